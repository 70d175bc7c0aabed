import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import type { RunningServer } from '#test/bench/servers/server.ts'
import { openCollabClient } from '#test/support/collabClient.ts'
import type { SeededRandom } from '#test/support/seededRandom.ts'

/** The size of meeting at which users of other editors report lag. */
export const others = 7
// An edit is a few letters with the caret behind them, twice a second each, as in `fanout`.
const editPause = 500

/** Others who write into these agenda items, one each, with their carets shown, until they are stopped. */
export async function othersWrite(
  server: RunningServer,
  items: readonly string[],
  random: SeededRandom,
): Promise<{ stop: () => Promise<void> }> {
  const [room = ''] = server.rooms
  const { port, cookies } = server.target
  const over = new AbortController()
  const clients = await Promise.all(
    items.map(async (item, index) => {
      const client = openCollabClient({
        url: `ws://127.0.0.1:${port}${collabPath}`,
        room,
        person: null,
        socketOptions: {
          headers: {
            cookie: cookies[(index + 1) % cookies.length] ?? '',
            origin: `http://localhost:${port}`,
          },
        },
      })
      await client.settled()
      const typing = (async () => {
        await pause(random.between(0, editPause))
        while (!over.signal.aborted) {
          const paragraph = minutes.open(client.doc).list('agenda').get(item)?.prose('body')?.get(1)
          const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
          if (!(text instanceof Y.XmlText)) throw new Error(`${item} has no second paragraph`)
          text.insert(text.length, random.pick([' und', ' ein', ' Wort', 'en', 's']))
          const caret = Y.createRelativePositionFromTypeIndex(text, text.length)
          client.provider.awareness?.setLocalState({
            place: { path: `agenda/${item}/body`, typing: true },
            cursor: { anchor: caret, head: caret },
          })
          await pause(editPause)
        }
      })()
      return { client, typing }
    }),
  )
  return {
    async stop() {
      over.abort()
      await Promise.all(clients.map(({ typing }) => typing))
      for (const { client } of clients) client.close()
    },
  }
}
