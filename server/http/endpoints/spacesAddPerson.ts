import { signInPath } from '#server/http/paths.ts'
import { api, inSpace } from './base.ts'
import { memberView } from './memberView.ts'

/** A link that is handed over personally is used within days; a lost one should not wait for a finder. */
const linkLastsMs = 14 * 24 * 60 * 60 * 1000

export const spacesAddPerson = api.spaces.addPerson
  .use(inSpace('addPerson'), input => input.spaceId)
  .handler(async ({ context, input: { spaceId, displayName, label, role } }) => {
    const { identity, spaces } = context.services
    const personId = await identity.createPerson({ displayName })
    const member = await spaces.addMember(spaceId, { personId, displayName, label, role })
    const token = await identity.createPersonalLink(personId, { uses: 'once', expiresInMs: linkLastsMs })
    return { member: memberView(member), link: signInPath(token) }
  })
