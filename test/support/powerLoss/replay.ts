import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { seededRandom } from '#test/support/seededRandom.ts'
import { Disk } from './disk.ts'
import { problemsOf } from './openImage.ts'
import type { Recording } from './record.ts'

/** What is wrong after a cut; `cut` is how many records had happened, `seed` brings the image back. */
export type Finding = { cut: number; seed: number; problem: string }

// Two images are opened at once: one computes while the other waits for its database thread.
const atOnce = 2

/**
 * Cuts the power at each of `cuts` and opens what the disk holds then with the server's own code. Answers
 * everything that is not as promised: a promise is due at each cut that comes after its record.
 */
export async function replay(
  { folder, records, promised }: Pick<Recording, 'folder' | 'records' | 'promised'>,
  options: {
    seed: number
    cuts: readonly number[]
    workFolder: string
    /** the files on which the disk lies about its syncs */
    lies?: (path: string) => boolean
  },
): Promise<Finding[]> {
  const { seed, workFolder, lies } = options
  const disk = new Disk({ folder, ...(lies && { lies }) })
  const findings: Finding[] = []
  const opening: Promise<void>[] = []
  let done = 0
  for (const [index, cut] of options.cuts.toSorted((a, b) => a - b).entries()) {
    for (const record of records.slice(done, cut)) disk.apply(record)
    done = cut
    const image = disk.crash(seededRandom(seed * 1_000_003 + index))
    const due = promised.filter(promise => promise.record < cut)
    const target = join(workFolder, `image${index % atOnce}`)

    const look = async (): Promise<void> => {
      await rm(target, { recursive: true, force: true })
      await mkdir(target)
      for (const [path, bytes] of image) await writeFile(join(target, basename(path)), bytes)
      for (const problem of await problemsOf(target, due)) findings.push({ cut, seed, problem })
    }
    await opening[index - atOnce]
    opening.push(look())
  }
  await Promise.all(opening)
  return findings
}
