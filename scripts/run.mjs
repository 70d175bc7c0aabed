/**
 * `npm run <command>`: makes the checkout ready and hands over to the right Node.
 * Runs on any Node from 18 on with nothing installed, so it imports only Node itself and scripts/run/.
 */
import { ensureClient } from './run/client.mjs'
import { handOver } from './run/handOver.mjs'
import { ensureInstalled } from './run/install.mjs'
import { chooseNode } from './run/node.mjs'
import { say } from './run/say.mjs'

const commands = {
  start: { file: 'server/main.ts', client: true },
  demo: { file: 'server/demo.ts', client: true },
  dev: { file: 'scripts/dev.ts', client: false },
  test: { file: 'scripts/test.ts', client: false },
  bench: { file: 'test/bench/main.ts', client: false },
  'verify-ledger': { file: 'scripts/verifyLedger.ts', client: false },
  rebuild: { file: 'scripts/rebuild.ts', client: false },
  quarantine: { file: 'scripts/quarantine.ts', client: false },
}

const [name = '', ...rest] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : null
if (command === null) {
  const list = Object.keys(commands).join(', ')
  say(`„${name}“ gibt es nicht. Es gibt: ${list}.`, `There is no “${name}”. There is: ${list}.`)
  process.exit(2)
}

ensureInstalled()
const node = chooseNode()
if (command.client) ensureClient(node)
process.exit(await handOver(node, [command.file, ...rest]))
