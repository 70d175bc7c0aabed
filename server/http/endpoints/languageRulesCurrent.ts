import { api, signedIn } from './base.ts'

export const languageRulesCurrent = api.languageRules.current
  .use(signedIn)
  .handler(({ context }) => ({ federation: context.services.languageRules }))
