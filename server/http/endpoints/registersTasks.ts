import { api, inSpace } from './base.ts'

export const registersTasks = api.registers.tasks
  .use(inSpace('read'), input => input.spaceId)
  .handler(({ context, input }) => context.services.registers.tasks(input.spaceId))
