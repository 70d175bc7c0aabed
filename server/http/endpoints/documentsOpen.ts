import { AppError } from '#shared/errors.ts'
import { api, withDocument } from './base.ts'
import { memberView } from './memberView.ts'

export const documentsOpen = api.documents.open
  .use(withDocument('read'), input => input.id)
  .handler(async ({ context: { document, person, services } }) => {
    const [space, members] = await Promise.all([
      services.spaces.space(document.spaceId, person.personId),
      services.spaces.members(document.spaceId),
    ])
    if (space === null) throw new AppError('notFound')
    return { document, space, members: members.map(memberView) }
  })
