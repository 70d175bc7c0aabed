import { api, withDocument } from './base.ts'

export const registersExtractChoices = api.registers.extractChoices
  .use(withDocument('read'), input => input.documentId)
  .handler(({ context }) => context.services.registers.extractChoices(context.document))
