import { startCollabServer } from './collabServer.ts'
import { createFixedAccess } from './fixedAccess.ts'

/** `node collabServerMain.ts <file> <port>`: the server as a process of its own, so that it can be killed. */
const [file, port] = process.argv.slice(2)
if (file === undefined || port === undefined) throw new Error('Expected: <file> <port>')

const server = await startCollabServer({ file, port: Number(port), access: createFixedAccess().access })
process.once('SIGTERM', () => {
  void server.close().then(() => process.exit(0))
})
console.log('listening')
