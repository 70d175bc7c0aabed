/** `npm run rebuild`: makes registers and counters anew from journal and ledger, while the server is stopped. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createApp } from '#server/app.ts'
import { startProblem } from '#server/console/lifecycle.ts'
import { say, stop } from '#server/console/say.ts'
import { startConfig } from '#server/console/startConfig.ts'
import { words } from '#server/console/words.ts'
import type { Progress } from '#server/projections/projections.ts'

const config = startConfig(process.env)
if (!existsSync(path.join(config.dataDir, 'journal.db'))) stop(words.noData(config.dataDir))

/** A terminal has its line written over; elsewhere every tenth part is a line. */
function show({ done, total }: Progress): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${done} / ${total} `)
  else if (done === total || done % Math.ceil(total / 10) === 0) process.stdout.write(`${done} / ${total}\n`)
}

try {
  const app = await createApp(config)
  const ending = new AbortController()
  process.once('SIGINT', () => ending.abort())
  const { done, total } = await app.projections.rebuild({ onProgress: show, signal: ending.signal })
  await app.close()
  if (process.stdout.isTTY) process.stdout.write('\n')
  if (done < total) stop(words.rebuildEnded(done, total))
  say(words.rebuilt(total))
} catch (error) {
  const problem = startProblem(error, config)
  if (problem === null) throw error
  stop(problem)
}
