/** `npm run demo`: the invented federation on a folder that is gone at the end. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApp } from './app.ts'
import { announce } from './console/announce.ts'
import { leaveOnSignal, startProblem } from './console/lifecycle.ts'
import { say, stop } from './console/say.ts'
import { startConfig } from './console/startConfig.ts'
import { words } from './console/words.ts'
import { seedDemo } from './demo/seed.ts'
import { signInPath } from './http/paths.ts'

/** Longer than any demo runs; the folder goes with it. */
const linksLastMs = 30 * 24 * 60 * 60 * 1000

const folder = mkdtempSync(path.join(tmpdir(), 'mitschrift-demo-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const config = { ...startConfig(process.env), dataDir: folder }
try {
  const app = await createApp(config)
  app.database.onFailed(() => stop(words.databaseFailed))
  leaveOnSignal(() => app.close())
  const persons = await seedDemo(app, { showcase: true })
  const { url } = await app.listen()
  announce(url, config)
  say(words.demo)
  for (const { id, name } of persons) {
    const token = await app.identity.createPersonalLink(id, { uses: 'untilExpiry', expiresInMs: linksLastMs })
    process.stdout.write(`${name.padEnd(26)} ${url}${signInPath(token)}\n`)
  }
} catch (error) {
  const problem = startProblem(error, config)
  if (problem === null) throw error
  stop(problem)
}
