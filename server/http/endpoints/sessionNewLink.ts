import { signInPath } from '#server/http/paths.ts'
import { api, signedIn } from './base.ts'

/** For a device that is at hand or will be tomorrow: the link is a key, so it does not lie about for long. */
const linkLastsMs = 24 * 60 * 60 * 1000

export const sessionNewLink = api.session.newLink.use(signedIn).handler(async ({ context }) => {
  const { identity } = context.services
  const { token, expiresAt } = await identity.replacePersonalLink(context.person.personId, {
    expiresInMs: linkLastsMs,
  })
  return { link: signInPath(token), expiresAt }
})
