import { describe, expect, it } from 'vitest'
import { seededRandom } from '#test/support/seededRandom.ts'
import { Disk } from './disk.ts'
import type { DiskRecord } from './recording.ts'

const folder = '/data'
const path = '/data/a'
const [fileFd, folderFd] = [10, 11]

const made: DiskRecord[] = [
  { op: 'open', fd: folderFd, path: folder, created: false, truncated: false },
  { op: 'open', fd: fileFd, path, created: true, truncated: false },
]
const sync = (fd: number, number: number): DiskRecord[] => [
  { op: 'syncBegin', fd, sync: number },
  { op: 'syncEnd', fd, sync: number },
]
const write = (text: string, offset = 0): DiskRecord => ({
  op: 'write',
  fd: fileFd,
  offset,
  data: Buffer.from(text),
})

/** What many power cuts after the records leave of the file; null where it has no name. */
function outcomes(records: readonly DiskRecord[], lies = false): Set<string | null> {
  const disk = new Disk({ folder, lies: () => lies })
  for (const record of records) disk.apply(record)
  const seen = new Set<string | null>()
  for (let seed = 0; seed < 300; seed++) {
    const bytes = disk.crash(seededRandom(seed)).get(path)
    seen.add(bytes ? Buffer.from(bytes).toString() : null)
  }
  return seen
}

describe('Disk', () => {
  const named = [...made, ...sync(folderFd, 1)]

  it('[D1] keeps what was synced', () => {
    expect(outcomes([...named, write('one'), ...sync(fileFd, 2)])).toEqual(new Set(['one']))
  })

  it('[D1] promises nothing of what was written after a sync began', () => {
    const [begin, end] = sync(fileFd, 2)
    if (!begin || !end) throw new Error('A sync has a begin and an end')
    const records = [...named, write('one'), begin, write('two'), end]
    expect(outcomes(records)).toEqual(new Set(['one', 'two']))
    expect(outcomes([...named, write('one'), begin])).toEqual(new Set(['', 'one']))
  })

  it('[D1] counts two syncs of one file that overlap', () => {
    const [begin, end] = sync(fileFd, 2)
    const [begin2, end2] = sync(fileFd, 3)
    if (!begin || !end || !begin2 || !end2) throw new Error('A sync has a begin and an end')
    const records = [...named, write('one'), begin, write('2', 3), begin2, write('x', 0), end, end2]
    expect(outcomes(records)).toEqual(new Set(['one2', 'xne2']))
  })

  it('[D2] loses, keeps, reorders and tears what was not synced, at the borders of sectors', () => {
    const before = 'a'.repeat(1024)
    const after = 'b'.repeat(1024)
    const records = [...named, write(before), ...sync(fileFd, 2), write(after)]
    const half = (first: string, second: string) => first.repeat(512) + second.repeat(512)
    expect(outcomes(records)).toEqual(new Set([before, after, half('a', 'b'), half('b', 'a')]))
    const later = [...named, write('1'), write('2', 1)]
    expect(outcomes(later)).toEqual(new Set(['', '1', '\u00002', '12']))
  })

  it('[D3] is sure of a name only after a sync of the folder', () => {
    expect(outcomes([...made, write('one'), ...sync(fileFd, 2)])).toEqual(new Set([null, 'one']))
    const unlinked = [...named, { op: 'unlink', path } satisfies DiskRecord]
    expect(outcomes(unlinked)).toEqual(new Set([null, '']))
    expect(outcomes([...unlinked, ...sync(folderFd, 2)])).toEqual(new Set([null]))
  })

  it('[D3] moves a name whole', () => {
    const moved = { op: 'rename', path, to: '/data/b' } satisfies DiskRecord
    const disk = new Disk({ folder })
    for (const record of [...named, moved]) disk.apply(record)
    const names = new Set<string>()
    for (let seed = 0; seed < 100; seed++) names.add([...disk.crash(seededRandom(seed)).keys()].join())
    expect(names).toEqual(new Set(['/data/a', '/data/b']))
  })

  it('[D4] keeps nothing for certain where it lies', () => {
    expect(outcomes([...made, ...sync(folderFd, 1), write('one'), ...sync(fileFd, 2)], true)).toEqual(
      new Set([null, '', 'one']),
    )
  })
})
