import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { startProcess } from './process.ts'

/** A port that was free a moment ago, for a server that is to come back under the same address. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // a TCP server that listens has an address of this form
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export interface ServerProcess {
  /** Sends the signal and waits until the process is gone; answers its exit code, null after SIGKILL. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

/** What `npm start` starts, as a process of its own on a data folder; resolves when it listens. */
export async function startServerProcess(options: { dataDir: string; port: number }): Promise<ServerProcess> {
  const server = startProcess(['server/main.ts'], {
    DATA_DIR: options.dataDir,
    PORT: String(options.port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  })
  await server.until(new RegExp(`:${options.port}\\b`))
  return {
    async end(signal) {
      server.child.kill(signal)
      return (await server.ended).code
    },
  }
}
