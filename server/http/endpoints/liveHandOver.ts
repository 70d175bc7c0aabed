import { api, withDocument } from './base.ts'

export const liveHandOver = api.live.handOver
  .use(withDocument('write'), input => input.documentId)
  .handler(({ context: { document, member, services }, input }) =>
    services.live.handOver(document, member.personId, input.from, input.state),
  )
