import { api, withDocument } from './base.ts'

export const registersNoteForwarded = api.registers.noteForwarded
  .use(withDocument('write'), input => input.documentId)
  .handler(async ({ context, input: { id, to, on } }) => {
    await context.services.registers.noteForwarded(context.document, { id, to, on }, context.member)
    return {}
  })
