import { api, inSpace } from './base.ts'

export const documentsCreate = api.documents.create
  .use(inSpace('create'), input => input.spaceId)
  .handler(({ context, input }) => context.services.documents.create(input, context.member))
