import type { SeededRandom } from '#test/support/seededRandom.ts'
import type { Recording } from './record.ts'

/**
 * Moments at which the power is cut: `random` ones anywhere, as many right after a promise has left, and
 * those around every sync of anything but the write-ahead log (files that come into being, checkpoints).
 */
export function chooseCuts(
  { records, promised }: Pick<Recording, 'records' | 'promised'>,
  random: SeededRandom,
  count: number,
): number[] {
  const cuts = new Set<number>()
  const paths = new Map<number, string>()
  for (const [index, record] of records.entries()) {
    if (record.op === 'open') paths.set(record.fd, record.path)
    const isSync = record.op === 'syncBegin' || record.op === 'syncEnd'
    if (isSync && !paths.get(record.fd)?.endsWith('-wal')) {
      for (const cut of [index, index + 1]) cuts.add(cut)
    }
  }
  for (let drawn = 0; drawn < count; drawn++) {
    cuts.add(random.between(0, records.length))
    cuts.add(random.pick(promised).record + 1)
  }
  return [...cuts]
}
