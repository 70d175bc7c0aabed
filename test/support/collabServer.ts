import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, systemClock } from '#server/clock.ts'
import { createCollab } from '#server/collab/collab.ts'
import type { CollabAccess } from '#server/collab/context.ts'
import { openDatabase } from '#server/db/database.ts'
import { createJournal, type Journal } from '#server/journal/journal.ts'
import { createQuarantine } from '#server/journal/quarantine.ts'
import { createLog } from '#server/log.ts'
import { createMetrics } from '#server/metrics.ts'
import type { AuthorId, DocumentId, Generation } from '#shared/ids.ts'
import { loadKinds } from '#shared/kinds/registry.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import type { Room } from '#shared/wire/room.ts'

/** Journal and collaboration server as they are in production, on a real file and a real port, without the rest. */
export async function startCollabServer(options: {
  file: string
  access: CollabAccess
  port?: number
  clock?: Clock
  /** milliseconds for measuring durations */
  measure?: () => number
  /** puts something between the collaboration server and the journal */
  wrapJournal?: (journal: Journal) => Journal
  onChanged?: (room: Room, author: AuthorId | null) => void
  beginGeneration?: (documentId: DocumentId, from: Generation) => Promise<Generation | null>
}) {
  const log = createLog('silent')
  const clock = options.clock ?? systemClock
  const metrics = createMetrics()
  const database = await openDatabase({ file: options.file, role: 'journal', log })
  const quarantine = createQuarantine({ database, clock })
  // a thread that folds takes as long as it takes, whatever the clock of the test says
  const journal = createJournal({ database, clock: systemClock, log, metrics, quarantine })
  const http = createServer()
  const allowedOrigins: string[] = []
  const collab = createCollab({
    journal: options.wrapJournal?.(journal) ?? journal,
    quarantine,
    access: options.access,
    clock,
    ...(options.measure && { measure: options.measure }),
    log,
    metrics,
    config: { allowedOrigins, secret: 'a secret that only tests know', timeZone: 'Europe/Berlin' },
    beginGeneration: options.beginGeneration ?? ((_id, from) => Promise.resolve(from + 1)),
    kinds: await loadKinds(),
    kindOf: () => Promise.resolve('minutes'),
    onChanged: options.onChanged ?? (() => undefined),
  })
  http.on('upgrade', (request, socket, head) => collab.handleUpgrade(request, socket, head))
  await new Promise<void>(resolve => {
    http.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  // listen() on a host and port always gives an address of this form
  const { port } = http.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  allowedOrigins.push(origin)
  return {
    port,
    origin,
    url: `ws://127.0.0.1:${port}${collabPath}`,
    collab,
    journal,
    quarantine,
    database,
    metrics,
    async close() {
      await collab.drain()
      http.close()
      await journal.close()
      await database.close()
    },
  }
}
export type CollabServer = Awaited<ReturnType<typeof startCollabServer>>
