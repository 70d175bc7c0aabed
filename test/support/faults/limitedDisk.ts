import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, open, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildPreload } from '#test/support/powerLoss/buildPreload.ts'

const run = promisify(execFile)

/** A folder on a disk that can be filled up and emptied again. */
export interface LimitedDisk {
  readonly folder: string
  /** to be given to the process that writes there */
  readonly env: Record<string, string>
  fill(): Promise<void>
  makeRoom(): Promise<void>
  remove(): Promise<void>
}

// Room for a server's first start and some typing; a few seconds of pastes fill what is left of it.
const diskBytes = 16_000_000

/**
 * Who may mount gets a real small file system in memory, so that a write ends where the room ends. For
 * anybody else the writes of the process are answered with ENOSPC from a switch on.
 */
export async function createLimitedDisk(
  kind: 'mounted' | 'switched' = userInfo().uid === 0 ? 'mounted' : 'switched',
): Promise<LimitedDisk> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'limitedDisk-')))
  const folder = join(base, 'disk')
  await mkdir(folder)
  if (kind === 'switched') {
    const library = await buildPreload(join(import.meta.dirname, 'fullDisk.c'), base)
    const there = join(base, 'full')
    return {
      folder,
      env: { LD_PRELOAD: library, FULL_DIR: folder, FULL_SWITCH: there },
      fill: () => writeFile(there, ''),
      makeRoom: () => rm(there),
      remove: () => rm(base, { recursive: true }),
    }
  }
  await run('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', folder])
  const filler = join(folder, 'filler')
  return {
    folder,
    env: {},
    fill: () => writeUntilFull(filler),
    makeRoom: () => rm(filler),
    async remove() {
      await run('umount', [folder])
      await rm(base, { recursive: true })
    },
  }
}

async function writeUntilFull(file: string): Promise<void> {
  const handle = await open(file, 'w')
  const zeros = new Uint8Array(4096)
  try {
    for (;;) await handle.write(zeros)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  } finally {
    await handle.close()
  }
}
