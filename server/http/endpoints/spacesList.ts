import { api, signedIn } from './base.ts'

export const spacesList = api.spaces.list
  .use(signedIn)
  .handler(({ context }) => context.services.spaces.ofPerson(context.person.personId))
