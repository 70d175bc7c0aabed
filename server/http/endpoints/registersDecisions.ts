import { api, inSpace } from './base.ts'

export const registersDecisions = api.registers.decisions
  .use(inSpace('read'), input => input.spaceId)
  .handler(({ context, input }) => context.services.registers.decisions(input.spaceId))
