import { api, inSpace } from './base.ts'

export const registersRebuildState = api.registers.rebuildState
  .use(inSpace('rebuild'), input => input.spaceId)
  .handler(({ context, input }) => context.services.rebuilds.state(input.spaceId))
