import { api, inSpace } from './base.ts'

export const registersRebuild = api.registers.rebuild
  .use(inSpace('rebuild'), input => input.spaceId)
  .handler(({ context, input }) => context.services.rebuilds.begin(input.spaceId))
