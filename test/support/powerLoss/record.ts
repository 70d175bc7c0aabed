import { statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import type { DocumentId } from '#shared/ids.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import { type Notice, noticeSchema } from '#shared/wire/notice.ts'
import { type CollabClient, openCollabClient } from '#test/support/collabClient.ts'
import { setUpServer } from '#test/support/faults/setUpServer.ts'
import { watchedConnection } from '#test/support/faults/watchedConnection.ts'
import { readFrame } from '#test/support/frames.ts'
import { startProcess } from '#test/support/process.ts'
import { type SeededRandom, seededRandom } from '#test/support/seededRandom.ts'
import { freePort } from '#test/support/serverProcess.ts'
import { createTypist } from '#test/support/typist.ts'
import { buildPreload } from './buildPreload.ts'
import { type DiskRecord, readRecording } from './recording.ts'
import { type SentFrame, sentFrames } from './sentFrames.ts'

/** Something the server has promised, and the record with which the promise left it. */
export type Promised =
  | { what: 'update'; documentId: DocumentId; bytes: Uint8Array; record: number }
  | { what: 'mark'; documentId: DocumentId; seq: number; record: number }
  | { what: 'document'; documentId: DocumentId; record: number }

export type Recording = {
  readonly folder: string
  readonly records: readonly DiskRecord[]
  readonly promised: readonly Promised[]
}

// Large enough that the log is checkpointed more than once in a few seconds (1,000 pages of 4 kB),
// small enough for any limit on a frame.
const pasteBytes = 60_000
const pauseBetweenPastesMs = 30
const patienceMs = 60_000

/**
 * Starts the real server on an empty folder, sets it up, lets people type and paste into two documents,
 * and lets it leave: everything that it did to the folder meanwhile, and everything that it promised.
 * `workFolder` takes the files; the server's folder is `data` in it. `env` goes to the server.
 */
export async function recordServer(
  workFolder: string,
  options: { seed: number; pastes: number; env?: Record<string, string> },
): Promise<Recording> {
  const folder = join(workFolder, 'data')
  const log = join(workFolder, 'recording')
  const library = await buildPreload(join(import.meta.dirname, 'recorder.c'), workFolder)
  await mkdir(folder)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = startProcess(['server/main.ts'], {
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    LD_PRELOAD: library,
    RECORD_DIR: folder,
    RECORD_LOG: log,
    RECORD_PORT: String(port),
    ...options.env,
  })
  const writers: Writer[] = []
  try {
    const [, token = ''] = await server.until(/einrichten#(\S+)\n/)
    const person = await setUpServer(url, token)
    const documentIds: DocumentId[] = []
    const createdAt: number[] = []
    for (let made = 0; made < 2; made++) {
      documentIds.push(await person.createDocument())
      // The answer came after everything that the log holds by now; only that much is claimed.
      createdAt.push(statSync(log).size)
    }
    const [first, second] = documentIds
    if (!first || !second) throw new Error('Two documents were made')
    const random = seededRandom(options.seed)
    for (const documentId of [first, first, second]) {
      writers.push(openWriter(port, person.cookie, documentId))
    }
    const typists = writers.map(({ client }, index) =>
      createTypist(client, `typist${index}`, seededRandom(options.seed * 31 + index)),
    )
    await Promise.all(typists.map(typist => typist.begin()))
    for (let paste = 0; paste < options.pastes; paste++) {
      pasteText(random.pick(writers).client, random)
      await pause(pauseBetweenPastesMs)
    }
    for (const typist of typists) typist.stop()
    await Promise.all(writers.map(({ client }) => client.settled(patienceMs)))
    server.child.kill('SIGTERM')
    await server.ended

    const { records, ends } = readRecording(log)
    const documents = documentIds.map((documentId, index) => ({
      what: 'document' as const,
      documentId,
      record: ends.findIndex(end => end >= (createdAt[index] ?? 0)),
    }))
    const told = writers.flatMap(writer => promisedTo(records, writer))
    return { folder, records, promised: [...documents, ...told] }
  } finally {
    for (const { client } of writers) client.close()
    server.child.kill('SIGKILL')
    await server.ended
  }
}

/** `ports`: one for each connection that the client has made, as the server sees it. */
type Writer = { documentId: DocumentId; client: CollabClient; ports: readonly number[] }

function openWriter(port: number, cookie: string, documentId: DocumentId): Writer {
  const ports: number[] = []
  const client = openCollabClient({
    url: `ws://127.0.0.1:${port}${collabPath}`,
    room: { documentId, generation: 1 },
    person: null,
    socketOptions: {
      headers: { cookie },
      // uncompressed: what is sent is to be read in the recording
      ...watchedConnection(socket => {
        socket.once('connect', () => ports.push(socket.localPort ?? 0))
      }),
    },
  })
  return { documentId, client, ports }
}

/**
 * What the writer was told: the n-th positive answer belongs to the n-th update that the client counts as
 * acknowledged, and each mark says how far the journal is on disk.
 */
function promisedTo(records: readonly DiskRecord[], writer: Writer): Promised[] {
  const { client, documentId, ports } = writer
  const [port] = ports
  if (port === undefined || ports.length !== 1) throw new Error('A writer had to connect more than once')
  const answers: SentFrame[] = []
  const marks: Promised[] = []
  for (const sent of sentFrames(records, port)) {
    const frame = readFrame(sent.data)
    if (frame.type === 'syncStatus' && frame.saved) answers.push(sent)
    const notice = readNotice(sent.data)
    if (notice && 'durable' in notice)
      marks.push({ what: 'mark', documentId, seq: notice.durable.seq, record: sent.record })
  }
  if (answers.length !== client.acknowledged.length) {
    throw new Error(`${answers.length} answers recorded, ${client.acknowledged.length} received`)
  }
  const updates = client.acknowledged.map((bytes, index) => ({
    what: 'update' as const,
    documentId,
    bytes,
    record: answers[index]?.record ?? records.length,
  }))
  return [...marks, ...updates]
}

// Hocuspocus' type of the frames that carry our notices
const stateless = 5

function readNotice(data: Uint8Array): Notice | null {
  const decoder = decoding.createDecoder(data)
  decoding.readVarString(decoder)
  if (decoding.readVarUint(decoder) !== stateless) return null
  return noticeSchema.parse(JSON.parse(decoding.readVarString(decoder)))
}

function pasteText(client: CollabClient, random: SeededRandom): void {
  const letters = Array.from({ length: 100 }, () => String.fromCodePoint(random.between(97, 122))).join('')
  const body = [letters.repeat(pasteBytes / letters.length)]
  minutes
    .open(client.doc, 'paster')
    .list('agenda')
    .add(`pasted${random.between(1, 2 ** 31)}`, { title: 'Pasted', body })
}
