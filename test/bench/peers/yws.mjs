/** y-ws: y-websocket's server as its own start file sets it up, with y-leveldb. `node yws.mjs <folder>`. */
import http from 'node:http'
import { getPersistence, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import { begin } from './begin.mjs'

begin(async documents => {
  for (const { room, update } of documents) await getPersistence().provider.storeUpdate(room, update)
  const sockets = new WebSocketServer({ noServer: true })
  sockets.on('connection', setupWSConnection)
  const server = http.createServer((_request, response) => response.end('okay'))
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, opened => sockets.emit('connection', opened, request))
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return server.address().port
})
