import { api, signedIn } from './base.ts'

export const dutiesProgrammes = api.duties.programmes
  .use(signedIn)
  .handler(({ context }) => context.services.programmes)
