import { ConfigError } from '#server/config.ts'
import { FolderTaken } from '#server/db/singleProcess.ts'
import { say, stop, type Words } from './say.ts'
import { words } from './words.ts'

/** THREATS a9: gone within 10 s, whatever hangs. */
const leaveWithinMs = 9_500
/** Ctrl-C arrives from the terminal and again through npm: this close together it was pressed once. */
const onePressMs = 500

/** Leaves on SIGTERM, SIGINT, and when whoever started it is gone; a second SIGINT ends the process at once. */
export function leaveOnSignal(close: () => Promise<void>): void {
  let askedAt: number | null = null

  function leave(): void {
    if (askedAt !== null) return
    askedAt = performance.now()
    say(words.leaving)
    setTimeout(() => stop(words.notInTime), leaveWithinMs).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', leave)
  process.on('SIGHUP', leave)
  process.on('disconnect', leave)
  process.on('SIGINT', () => {
    if (askedAt !== null && performance.now() - askedAt > onePressMs) process.exit(130)
    leave()
  })
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Why a start failed, if it is something the person at the terminal can change; null otherwise. */
export function startProblem(
  error: unknown,
  config: { port: number; host: string; dataDir: string },
): Words | null {
  if (error instanceof ConfigError) return { german: error.german, english: error.message }
  const code = codeOf(error)
  const atPort = error instanceof Error && 'syscall' in error && error.syscall === 'listen'
  if (error instanceof FolderTaken) return words.dataDirTaken(config.dataDir)
  if (code === 'EADDRINUSE') return words.portInUse(config.port)
  if (
    code === 'ENOTFOUND' ||
    code === 'EAI_AGAIN' ||
    code === 'EADDRNOTAVAIL' ||
    (atPort && code === 'EACCES')
  ) {
    return words.hostUnusable(config.host, config.port)
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return words.dataDirUnusable(config.dataDir)
  }
  return null
}
