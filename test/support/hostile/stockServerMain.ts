import { Server } from '@hocuspocus/server'

/**
 * `node stockServerMain.ts <manner>`: Hocuspocus as its documentation shows it, in a process of its own
 * because some attacks end it. Manners: `plain` · `reader`, everybody may only read · `parsing`, an
 * application that reads stateless messages as JSON · `slow`, one that looks at each frame for a long time.
 */
const manner = process.argv[2] ?? 'plain'

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  async onAuthenticate({ connectionConfig }) {
    connectionConfig.readOnly = manner === 'reader'
  },
  async onStateless({ payload }) {
    if (manner === 'parsing') JSON.parse(payload)
  },
  async beforeHandleMessage() {
    if (manner === 'slow') await new Promise(resolve => setTimeout(resolve, 60_000))
  },
})
await server.listen()
console.log(`listening on ${server.address.port}`)
