import { personIdSchema } from '#shared/ids.ts'
import { api, inSpace } from './base.ts'

export const dutiesAssign = api.duties.assign
  .use(inSpace('appoint'), input => input.spaceId)
  .handler(async ({ context: { services, member }, input: { spaceId, assignment } }) => {
    await services.roles.assign(spaceId, assignment, member)
    const whose = personIdSchema.parse(assignment.personId)
    return { ...assignment, name: (await services.spaces.membership(spaceId, whose))?.displayName ?? null }
  })
