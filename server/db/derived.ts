import { rename, rm } from 'node:fs/promises'
import type { Clock } from '#server/clock.ts'
import type { Log } from '#server/log.ts'
import { type Database, openDatabase } from './database.ts'

/**
 * Opens `derived.db`. All of it can be rebuilt from the journal: a file that cannot be opened is set aside
 * and a new one begun, so that it never keeps the server from starting (THREATS a24).
 */
export async function openDerived(options: { file: string; clock: Clock; log: Log }): Promise<Database> {
  const { file, clock, log } = options
  const open = () => openDatabase({ file, role: 'derived', log })
  try {
    return await open()
  } catch (error) {
    log.error({ err: error }, 'derived.db cannot be opened; it is set aside and built anew')
    await rename(file, `${file}.damaged-${clock.now()}`)
    for (const companion of [`${file}-wal`, `${file}-shm`]) await rm(companion, { force: true })
    return open()
  }
}
