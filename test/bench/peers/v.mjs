/** V: Hocuspocus as it comes, with its SQLite extension. `node v.mjs <folder>`; documents to store come first, by message. */
import path from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'
import { begin } from './begin.mjs'

const database = path.join(process.argv[2], 'db.sqlite')

begin(async documents => {
  const store = new SQLite({ database })
  await store.onConfigure()
  for (const { room, update } of documents) {
    await store.configuration.store({ documentName: room, state: Buffer.from(update) })
  }
  store.db.close()
  const server = new Server({
    port: 0,
    address: '127.0.0.1',
    quiet: true,
    extensions: [new SQLite({ database })],
  })
  await server.listen()
  return server.httpServer.address().port
})
