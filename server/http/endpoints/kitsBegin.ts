import { api, inSpace } from './base.ts'

export const kitsBegin = api.kits.begin
  .use(inSpace('create'), input => input.spaceId)
  .handler(({ context, input }) => context.services.kits.begin(input, context.member))
