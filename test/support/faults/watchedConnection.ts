import { createConnection, type NetConnectOpts, type Socket } from 'node:net'
import type { ClientOptions } from 'ws'

/** Options for a client whose messages are not compressed, and whose connections a test can take hold of. */
export const watchedConnection = (onSocket: (socket: Socket) => void): ClientOptions => ({
  perMessageDeflate: false,
  createConnection: ((connect: NetConnectOpts) => {
    const socket = createConnection(connect)
    onSocket(socket)
    return socket
  }) as typeof createConnection,
})
