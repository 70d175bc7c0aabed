import type { Socket } from 'node:net'
import type { DocumentId } from '#shared/ids.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import { type CollabClient, openCollabClient } from '#test/support/collabClient.ts'
import { startProcess, type TestProcess } from '#test/support/process.ts'
import { freePort } from '#test/support/serverProcess.ts'
import { type FirstPerson, setUpServer } from './setUpServer.ts'
import { watchedConnection } from './watchedConnection.ts'

/** What `npm start` starts, as a process of its own, set up, with ways to look at it from outside. */
export interface FaultServer {
  readonly person: FirstPerson
  readonly process: TestProcess
  readonly port: number
  readonly url: string
  /** `onSocket` hears of each connection, which is not compressed then. */
  open(documentId: DocumentId, onSocket?: (socket: Socket) => void): CollabClient
  /** A counter or gauge as `/metrics` shows it, 0 if it is not there; labels are added up. */
  metric(name: string): Promise<number>
  /** the status of `/readyz` */
  ready(): Promise<number>
  /** Closes the clients and kills the process; what is on disk then was there. */
  kill(): Promise<void>
}

/** Starts the server on a folder that is empty. */
export async function startFaultServer(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<FaultServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = startProcess(['server/main.ts'], {
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    ...env,
  })
  const [, token = ''] = await server.until(/einrichten#(\S+)\n/)
  const person = await setUpServer(url, token)
  const clients: CollabClient[] = []
  return {
    person,
    process: server,
    port,
    url,
    open(documentId, onSocket) {
      const client = openCollabClient({
        url: `ws://127.0.0.1:${port}${collabPath}`,
        room: { documentId, generation: 1 },
        person: null,
        socketOptions: {
          headers: { cookie: person.cookie },
          ...(onSocket && watchedConnection(onSocket)),
        },
      })
      clients.push(client)
      return client
    },
    async metric(name) {
      const text = await (await fetch(`${url}/metrics`)).text()
      const values = text
        .split('\n')
        .filter(line => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
        .map(line => Number(line.slice(line.lastIndexOf(' '))))
      return values.reduce((sum, value) => sum + value, 0)
    },
    ready: async () => (await fetch(`${url}/readyz`)).status,
    async kill() {
      for (const client of clients) client.close()
      server.child.kill('SIGKILL')
      await server.ended
    },
  }
}
