import { api, signedIn } from './base.ts'

export const documentsList = api.documents.list
  .use(signedIn)
  .handler(({ context }) => context.services.documents.list(context.person.personId))
