/** `npm start`: the server on the data folder, until it is told to leave. */
import { createApp } from './app.ts'
import { announce } from './console/announce.ts'
import { leaveOnSignal, startProblem } from './console/lifecycle.ts'
import { say, stop } from './console/say.ts'
import { startConfig } from './console/startConfig.ts'
import { words } from './console/words.ts'
import { setupPath } from './http/paths.ts'

const config = startConfig(process.env)
try {
  const app = await createApp(config)
  app.database.onFailed(() => stop(words.databaseFailed))
  leaveOnSignal(() => app.close())
  const { url } = await app.listen()
  announce(url, config)
  const token = await app.setup.newLink()
  if (token !== null) {
    say(words.setup)
    process.stdout.write(`    ${url}${setupPath(token)}\n\n`)
  }
} catch (error) {
  const problem = startProblem(error, config)
  if (problem === null) throw error
  stop(problem)
}
