import { anybody, api } from './base.ts'

export const sessionCurrent = api.session.current.use(anybody).handler(async ({ context }) => {
  const { identity, setup } = context.services
  const signedIn = await identity.person(context.headers)
  return {
    person: signedIn && (await identity.describe(signedIn.personId)),
    setupOpen: await setup.isOpen(),
  }
})
