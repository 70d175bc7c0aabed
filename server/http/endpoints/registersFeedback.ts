import { api, inSpace } from './base.ts'

export const registersFeedback = api.registers.feedback
  .use(inSpace('read'), input => input.spaceId)
  .handler(({ context, input }) =>
    context.services.registers.feedback(input.spaceId, context.person.personId),
  )
