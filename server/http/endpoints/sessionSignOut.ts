import { anybody, api } from './base.ts'

export const sessionSignOut = api.session.signOut.use(anybody).handler(async ({ context }) => {
  const { headers } = await context.services.identity.signOut(context.headers)
  for (const cookie of headers.getSetCookie()) context.resHeaders?.append('set-cookie', cookie)
  return {}
})
