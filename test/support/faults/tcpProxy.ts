import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'

/** A way through which a connection goes until it is swallowed: from then on nothing arrives, and nobody is told. */
export interface TcpProxy {
  readonly port: number
  /** From now on nothing passes in either direction, neither data nor the end of a connection. */
  swallow(): void
  close(): Promise<void>
}

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let swallowing = false
  const server = createServer({ allowHalfOpen: true }, client => {
    const upstream = createConnection({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true })
    join(client, upstream)
    join(upstream, client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  function join(from: Socket, to: Socket): void {
    sockets.add(from)
    from.on('data', data => {
      if (!swallowing) to.write(data)
    })
    from.on('end', () => {
      if (!swallowing) to.end()
    })
    from.on('error', () => undefined)
    from.on('close', () => {
      sockets.delete(from)
      if (!swallowing) to.destroy()
    })
  }

  return {
    port: (server.address() as AddressInfo).port,
    swallow() {
      swallowing = true
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => {
        server.close(resolve)
      })
    },
  }
}
