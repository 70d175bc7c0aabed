import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { seededRandom } from '#test/support/seededRandom.ts'
import { Disk } from './disk.ts'
import { problemsOf, problemsOfServer } from './openImage.ts'
import type { Recording } from './record.ts'

/** What is wrong after a cut; `cut` is how many records had happened, `seed` brings the image back. */
export type Finding = { cut: number; seed: number; problem: string }

/**
 * Cuts the power at each of `cuts` and opens what the disk holds then. Answers everything that is not as
 * promised: a promise is due at each cut that comes after its record.
 */
export async function replay(
  { folder, records, promised }: Pick<Recording, 'folder' | 'records' | 'promised'>,
  options: {
    seed: number
    cuts: readonly number[]
    workFolder: string
    /** One of so many images is opened by the server's own code, too: that takes a thread and its time. */
    serverOpensEvery?: number
    /** the files on which the disk lies about its syncs */
    lies?: (path: string) => boolean
  },
): Promise<Finding[]> {
  const { seed, workFolder, lies, serverOpensEvery = Number.POSITIVE_INFINITY } = options
  const disk = new Disk({ folder, ...(lies && { lies }) })
  const findings: Finding[] = []
  let done = 0
  for (const [index, cut] of options.cuts.toSorted((a, b) => a - b).entries()) {
    for (const record of records.slice(done, cut)) disk.apply(record)
    done = cut
    const image = disk.crash(seededRandom(seed * 1_000_003 + index))
    const target = join(workFolder, 'image')
    await rm(target, { recursive: true, force: true })
    await mkdir(target)
    for (const [path, bytes] of image) await writeFile(join(target, basename(path)), bytes)
    const byServer = index % serverOpensEvery === 0 ? await problemsOfServer(target) : []
    const due = promised.filter(promise => promise.record < cut)
    for (const problem of [...byServer, ...problemsOf(target, due)]) findings.push({ cut, seed, problem })
  }
  return findings
}
