import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { say } from './say.mjs'

/** What the built client is made of. */
const sources = ['client', 'shared', 'vite.config.ts', 'package.json', 'package-lock.json']
const built = path.join(root, 'dist', 'client', 'index.html')
const stampFile = path.join(root, '.cache', 'client.stamp')

/** Builds the client unless the built one is of exactly these sources; CLIENT_DIR brings one from elsewhere. */
export function ensureClient(node) {
  if (process.env.CLIENT_DIR) return
  const stamp = sourceStamp()
  if (existsSync(built) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  say('Der Client wird gebaut …', 'Building the client …')
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const result = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (result.status !== 0) {
    say(
      'Der Client ließ sich nicht bauen; der Grund steht darüber.',
      'The client could not be built; see above.',
    )
    process.exit(1)
  }
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
}

const sourceStamp = () => stampOf(sources.map(name => path.join(root, name)))

/** What a build of the present sources is called: version and hash, the same for the same sources. */
export function buildStamp() {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return `${version}+${sourceStamp().slice(0, 12)}`
}

/** A hash over names and contents of all files in the given places. */
export function stampOf(places) {
  const hash = createHash('sha256')
  for (const file of places.flatMap(filesIn)) {
    hash.update(`${path.relative(root, file)}\0`)
    hash.update(createHash('sha256').update(readFileSync(file)).digest())
  }
  return hash.digest('hex')
}

function filesIn(place) {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .sort()
    .flatMap(name => filesIn(path.join(place, name)))
}
