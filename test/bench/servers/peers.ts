import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import { z } from 'zod'
import { startChild } from './child.ts'
import { benchFolder } from './folder.ts'
import type { RunningServer, ServerName, StartOptions, StoredDocument } from './server.ts'

const peersFolder = path.join(import.meta.dirname, '..', 'peers')
const files = { V: 'v.mjs', 'y-ws': 'yws.mjs', relay: 'relay.mjs' } as const
const listeningSchema = z.object({ port: z.int() })

/** Puts the peers' packages into test/bench/peers/node_modules as their lock file says, if they are not there. */
export function installPeers(): void {
  if (isInstalled()) return
  console.error('Installing the packages of the servers to compare with …')
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd: peersFolder, stdio: ['ignore', 2, 2] as const }
  const result =
    npm === undefined
      ? spawnSync('npm', args, { ...options, stdio: [...options.stdio] })
      : spawnSync(process.execPath, [npm, ...args], { ...options, stdio: [...options.stdio] })
  if (result.status !== 0) throw new Error('The packages of the peers could not be installed')
}

const lockSchema = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })

/** Whether each package of the lock file stands there in its version, as npm has noted it. */
function isInstalled(): boolean {
  const noted = path.join(peersFolder, 'node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  const read = (file: string) => lockSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).packages
  const there = read(noted)
  return Object.entries(read(path.join(peersFolder, 'package-lock.json'))).every(
    ([place, { version }]) => place === '' || there[place]?.version === version,
  )
}

/** Starts a server to compare with; the documents lie in its store before it listens. */
export async function startPeer(
  name: Exclude<ServerName, 'ours'>,
  options: StartOptions,
): Promise<RunningServer> {
  installPeers()
  const { folder, remove } = await benchFolder()
  const rooms = options.documents.map((_, index) => `document-${index}`)
  const child = startChild([path.join(peersFolder, files[name]), folder], {
    env: { NODE_ENV: 'production', YPERSISTENCE: path.join(folder, 'leveldb') },
    ...(options.probe === true && { probe: true }),
  })
  let stopped: Promise<void> | null = null
  const stop = (how: 'kill' | 'leave' = 'kill') => (stopped ??= child.stop(how))
  try {
    const documents = options.documents.flatMap((document, index) => {
      const update = wholeOf(document)
      return update ? [{ room: rooms[index], update }] : []
    })
    const { port } = await child.ask({ documents }, listeningSchema)
    const wire = name === 'V' ? 'hocuspocus' : name === 'y-ws' ? 'yWebsocket' : 'bare'
    return {
      target: { wire, port, path: '/', cookies: [], pid: child.pid },
      rooms,
      states: options.documents.map(({ state }) => state),
      memory: () => child.memory(),
      storedBytes: () => (name === 'V' ? storedByV(path.join(folder, 'db.sqlite'), rooms) : []),
      stop,
      async remove() {
        await stop()
        await remove()
      },
    }
  } catch (error) {
    await stop()
    await remove()
    throw error
  }
}

function wholeOf({ state, later = [] }: StoredDocument): Uint8Array | null {
  if (later.length === 0) return state
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of [...(state ? [state] : []), ...later]) Y.applyUpdate(doc, update)
  })
  return Y.encodeStateAsUpdate(doc)
}

function storedByV(file: string, rooms: readonly string[]): number[] {
  const database = new DatabaseSync(file, { readOnly: true })
  const ask = database.prepare('select length(data) as bytes from documents where name = ?')
  const sizes = rooms.map(room => z.object({ bytes: z.int() }).parse(ask.get(room)).bytes)
  database.close()
  return sizes
}
