import { api, inSpace } from './base.ts'

export const registersEarlyWarnings = api.registers.earlyWarnings
  .use(inSpace('read'), input => input.spaceId)
  .handler(({ context, input }) =>
    context.services.registers.earlyWarnings(input.spaceId, context.person.personId),
  )
