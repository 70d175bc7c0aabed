import { api, inSpace } from './base.ts'

export const dutiesRoles = api.duties.roles
  .use(inSpace('read'), input => input.spaceId)
  .handler(async ({ context: { services }, input: { spaceId } }) => {
    const [assignments, members] = await Promise.all([
      services.roles.of(spaceId),
      services.spaces.members(spaceId),
    ])
    const nameOf = (id: string) => members.find(({ personId }) => personId === id)?.displayName ?? null
    return assignments.map(own => ({ ...own, name: nameOf(own.personId) }))
  })
