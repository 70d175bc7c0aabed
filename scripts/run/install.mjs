import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { say } from './say.mjs'

/** Installs the packages of package-lock.json if they are not there exactly so; ends the process if that fails. */
export function ensureInstalled() {
  if (isInstalled(read('package-lock.json'), read('node_modules/.package-lock.json'))) return
  say(
    'Pakete werden installiert, das dauert ein paar Minuten …',
    'Installing packages, this takes a few minutes …',
  )
  const npm = process.env.npm_execpath
  // not `npm ci`: it refuses a lock file that lacks the optional packages of other platforms. This, too,
  // installs what the lock file says, checks its hashes and writes neither package.json nor the lock file.
  const options = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const result = npm
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', options, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (result.status === 0) return
  say(
    'Die Pakete ließen sich nicht installieren; der Grund steht darüber.',
    'The packages could not be installed; the reason stands above.',
  )
  process.exit(1)
}

/**
 * Whether what npm noted of its last complete installation is what the lock file asks for.
 * npm writes that note last, so an interrupted installation has none. Optional packages depend on the
 * platform: one may be missing, another be there without an entry.
 */
export function isInstalled(lock, installed) {
  if (lock === null || installed === null) return false
  const wanted = Object.entries(lock.packages).filter(([place]) => place !== '')
  return (
    wanted.every(([place, entry]) => {
      const there = installed.packages[place]
      return there === undefined
        ? Boolean(entry.optional || entry.devOptional)
        : there.version === entry.version && there.integrity === entry.integrity
    }) &&
    Object.entries(installed.packages).every(
      ([place, there]) => lock.packages[place] !== undefined || Boolean(there.optional),
    )
  )
}

function read(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}
