import type { Page } from '@playwright/test'
import type * as Y from 'yjs'
import { documentIdSchema } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import { openCollabClient } from '#test/support/collabClient.ts'
import { type DemoServer, demoMinutesId } from './server.ts'

/**
 * Opens minutes, the demo's unless others are named, as a newer client would, which knows more than this one: signed in as whoever the page
 * belongs to, without an editor. What `use` changes is on the server's disk when this resolves.
 */
export async function asNewerClient<T>(
  server: DemoServer,
  page: Page,
  use: (doc: Y.Doc, text: (item: string) => Y.XmlFragment) => T,
  documentId: string = demoMinutesId,
): Promise<T> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const client = openCollabClient({
    url: `${server.url.replace('http', 'ws')}${collabPath}`,
    room: { documentId: documentIdSchema.parse(documentId), generation: 1 },
    person: null,
    socketOptions: { headers: { cookie, origin: server.url } },
  })
  try {
    await client.until('the document', () => client.provider.isSynced)
    const text = (item: string): Y.XmlFragment => {
      const fragment = minutes.open(client.doc).list('agenda').get(item)?.prose('body')
      if (!fragment) throw new Error(`${item} has no text`)
      return fragment
    }
    let result: { is: T } | null = null
    client.doc.transact(() => {
      result = { is: use(client.doc, text) }
    })
    await client.settled()
    // the transaction has run
    return (result as unknown as { is: T }).is
  } finally {
    client.close()
  }
}
