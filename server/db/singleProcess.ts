import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another process has the data folder. Nothing was touched. */
export class FolderTaken extends Error {
  constructor() {
    super('Another process works on this data folder')
    this.name = 'FolderTaken'
  }
}

/** The right of one process to write in a data folder. */
export interface FolderClaim {
  /** Lets the next one in; the kernel does it, too, when the process ends in whatever way. */
  release(): void
}

const sqliteBusy = 5
// A connection that nobody refers to is closed by the garbage collector, and the lock with it.
const held = new Set<DatabaseSync>()

/**
 * Claims the folder for this process, or throws FolderTaken. The documents in memory and the sequence of
 * acknowledgements belong to one process: two on one folder would each be whole, and miss the other's.
 *
 * The claim is a lock of the kernel on a file of its own, held by an SQLite transaction that never ends: no
 * number of a process is written down that could be somebody else's after a crash.
 */
export function claimFolder(folder: string): FolderClaim {
  // no waiting: a process that is leaving still brings things to the disk
  const file = new DatabaseSync(path.join(folder, 'process.lock'), { timeout: 0 })
  try {
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) throw new FolderTaken()
    throw error
  }
  held.add(file)
  return {
    release() {
      if (held.delete(file)) file.close()
    },
  }
}
