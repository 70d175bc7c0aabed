import { api, withDocument } from './base.ts'

export const registersExtract = api.registers.extract
  .use(withDocument('read'), input => input.documentId)
  .handler(({ context, input }) => context.services.registers.extract(context.document, input.of))
