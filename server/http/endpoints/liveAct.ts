import { api, withDocument } from './base.ts'

/** Who may do what in the meeting follows from the functions that the document names. */
export const liveAct = api.live.act
  .use(withDocument('write'), input => input.documentId)
  .handler(({ context: { document, member, services }, input }) =>
    services.live.act(document, member.personId, input.action),
  )
