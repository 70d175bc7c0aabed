/** The floor: what comes goes to everybody else on the same path, in one write per connection and turn. */
import http from 'node:http'
import { WebSocketServer } from 'ws'
import { begin } from './begin.mjs'

begin(async () => {
  const sockets = new WebSocketServer({ noServer: true })
  const rooms = new Map()

  sockets.on('connection', (socket, request) => {
    const room = rooms.get(request.url) ?? new Set()
    rooms.set(request.url, room.add(socket))
    socket.on('message', data => {
      for (const other of room) if (other !== socket) write(other, data)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => room.delete(socket))
  })

  const corked = new Set()
  function write(socket, data) {
    if (corked.size === 0) setImmediate(flush)
    if (!corked.has(socket)) {
      corked.add(socket)
      socket._socket.cork()
    }
    socket.send(data)
  }
  function flush() {
    for (const socket of corked) socket._socket?.uncork()
    corked.clear()
  }

  const server = http.createServer((_request, response) => response.end('okay'))
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, opened => sockets.emit('connection', opened, request))
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return server.address().port
})
