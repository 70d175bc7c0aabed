import { signInPath } from '#server/http/paths.ts'
import { api, overMember } from './base.ts'

/** Handed over to somebody who waits for it; a week also reaches who is rarely online. */
const linkLastsMs = 7 * 24 * 60 * 60 * 1000

export const spacesNewLink = api.spaces.newLink
  .use(overMember('newLink'), input => input)
  .handler(async ({ context }) => {
    const { token, expiresAt } = await context.services.identity.replacePersonalLink(
      context.member.personId,
      {
        expiresInMs: linkLastsMs,
      },
    )
    return { link: signInPath(token), expiresAt }
  })
