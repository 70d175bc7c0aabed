import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'

/** The line of one browser, as its SOCKS 5 proxy: the address in the page stays the server's own. */
export interface SocksProxy {
  readonly port: number
  /** Ends every connection; new ones are turned away until `restore`. */
  cut(): void
  restore(): void
  close(): Promise<void>
}

const version = 5
const noAuthentication = Uint8Array.of(version, 0)
const connected = Uint8Array.of(version, 0, 0, 1, 0, 0, 0, 0, 0, 0)
const addressIsName = 3
const addressIsV6 = 4

/** Whatever host is asked for, the connection goes to this machine: nothing in a test may go elsewhere. */
export async function startSocksProxy(): Promise<SocksProxy> {
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer(client => {
    if (isCut) return client.destroy()
    keep(client)
    client.once('data', () => {
      client.write(noAuthentication)
      client.once('data', request => {
        const upstream = createConnection({ port: portOf(request), host: '127.0.0.1' })
        keep(upstream)
        upstream.once('connect', () => {
          client.write(connected)
          client.pipe(upstream).pipe(client)
        })
        client.once('close', () => upstream.destroy())
        upstream.once('close', () => client.destroy())
      })
    })
  })
  function keep(socket: Socket): void {
    sockets.add(socket)
    // a cut line is no error of the test's
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
  }
  const endAll = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    // a TCP server that listens has an address of this form
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true
      endAll()
    },
    restore() {
      isCut = false
    },
    async close() {
      endAll()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The port at the end of a request: version, command, nothing, sort of address, address, port. */
function portOf(request: Buffer): number {
  const sort = request[3]
  const addressBytes = sort === addressIsName ? 1 + (request[4] ?? 0) : sort === addressIsV6 ? 16 : 4
  return request.readUInt16BE(4 + addressBytes)
}
