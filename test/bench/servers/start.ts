import { startOurs } from './ours.ts'
import { startPeer } from './peers.ts'
import type { RunningServer, ServerName, StartOptions } from './server.ts'

/** Starts the server of that name, runs `use`, and leaves nothing behind. */
export async function withServer<T>(
  name: ServerName,
  options: StartOptions,
  use: (server: RunningServer) => Promise<T>,
): Promise<T> {
  const server = name === 'ours' ? await startOurs(options) : await startPeer(name, options)
  try {
    return await use(server)
  } finally {
    await server.remove()
  }
}
