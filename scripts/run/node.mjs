import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './root.mjs'
import { say } from './say.mjs'

/** The server's SQLite and its TypeScript need this Node (package.json brings it along on Linux x64). */
const needed = [24, 15]

/** The Node to run the project with: this one if it is new enough, else the installed one; ends the process if neither is. */
export function chooseNode() {
  if (isNewEnough(process.version)) return process.execPath
  const brought = path.join(root, 'node_modules', '.bin', 'node')
  const version = spawnSync(brought, ['--version'], { encoding: 'utf8' })
  if (version.status === 0 && isNewEnough(version.stdout)) return brought
  say(
    `Mitschrift braucht Node ${needed.join('.')} oder neuer; hier läuft ${process.version}. Bitte Node 24 LTS installieren und noch einmal starten.`,
    `Mitschrift needs Node ${needed.join('.')} or newer; this is ${process.version}. Please install Node 24 LTS and start again.`,
  )
  return process.exit(1)
}

/** `version` as `node --version` prints it. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.trim().replace('v', '').split('.').map(Number)
  return major > needed[0] || (major === needed[0] && minor >= needed[1])
}
