import { openDocument } from '#client/document/session.ts'
import type { MinutesSession } from '#client/kinds/minutes/useMinutes.ts'
import { rpc } from '#client/lib/rpc.ts'
import { documentBegun } from '#client/sheet/documentCards.ts'
import { AppError } from '#shared/errors.ts'
import type { DocumentId, SpaceId } from '#shared/ids.ts'
import { fillMinutes, type MinutesContent } from '#shared/kinds/minutes/fill.ts'

/**
 * Makes new minutes on the server and writes the prepared content into them, as anybody writes: through a session of
 * their own. Asked again with the same id it goes on where it stopped; nothing stands there twice.
 * @throws AppError what the server or the opening says
 */
export async function beginMinutes(given: {
  readonly id: DocumentId
  readonly spaceId: SpaceId
  readonly title: string
  readonly content: MinutesContent
}): Promise<void> {
  const { id, spaceId, title, content } = given
  await rpc.documents.create({ id, kind: 'minutes', spaceId, title })
  documentBegun()
  const opened = await openDocument(id)
  if (opened.state !== 'ready') {
    if (opened.state === 'failed') throw opened.error
    throw new AppError(opened.state === 'signedOut' ? 'signedOut' : 'unavailable')
  }
  // the server was asked for minutes under this id
  const session = opened.session as MinutesSession
  fillMinutes(session.handle, content)
  // what lies on the device goes to the server whoever has the sheet open
  await session.close()
}
