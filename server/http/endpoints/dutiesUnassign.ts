import { api, inSpace } from './base.ts'

export const dutiesUnassign = api.duties.unassign
  .use(inSpace('appoint'), input => input.spaceId)
  .handler(async ({ context, input }) => {
    await context.services.roles.unassign(input.spaceId, input.id)
    return {}
  })
