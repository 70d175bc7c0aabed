import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..', '..')
// The magic number of a file system that lies in memory: there an fsync costs nothing.
const tmpfs = 0x01021994

const open = new Set<string>()
// Also when the bench is interrupted.
process.on('exit', () => {
  for (const folder of open) rmSync(folder, { recursive: true, force: true })
})

/** A new folder on a real disk, and how to get rid of it. */
export async function benchFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  let parent = tmpdir()
  if ((await statfs(parent)).type === tmpfs) parent = path.join(root, '.cache')
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(path.join(parent, 'mitschrift-bench-'))
  open.add(folder)
  return {
    folder,
    async remove() {
      await rm(folder, { recursive: true, force: true })
      open.delete(folder)
    },
  }
}
