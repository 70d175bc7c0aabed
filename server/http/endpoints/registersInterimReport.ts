import { api, inSpace } from './base.ts'

export const registersInterimReport = api.registers.interimReport
  .use(inSpace('read'), input => input.spaceId)
  .handler(({ context, input: { spaceId, from, to } }) =>
    context.services.registers.interimReport(spaceId, context.person.personId, { from, to }),
  )
