import { api, inSpace } from './base.ts'
import { memberView } from './memberView.ts'

export const spacesMembers = api.spaces.members
  .use(inSpace('read'), input => input.spaceId)
  .handler(async ({ context, input }) => {
    const members = await context.services.spaces.members(input.spaceId)
    return members.map(memberView)
  })
