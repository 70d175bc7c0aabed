import { api, inSpace } from './base.ts'

export const dutiesCounters = api.duties.counters
  .use(inSpace('read'), input => input.spaceId)
  .handler(({ context, input }) =>
    context.services.registers.counters(input.spaceId, context.person.personId),
  )
