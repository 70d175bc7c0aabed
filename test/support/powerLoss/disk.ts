import type { SeededRandom } from '#test/support/seededRandom.ts'
import type { DiskRecord } from './recording.ts'

/** Files by their path, as they lie in the folder. */
export type Image = ReadonlyMap<string, Uint8Array>

type Change = { kind: 'write'; offset: number; data: Uint8Array } | { kind: 'truncate'; size: number }
type NameChange =
  | { kind: 'bind'; path: string; file: File }
  | { kind: 'move'; path: string; to: string }
  | { kind: 'unlink'; path: string }
/** `synced` is what the last sync has brought to the disk, `unsynced` what came after, in order. */
type File = { synced: Content; unsynced: Change[] }
type Sync = { through: number; target: File | null }

// A disk writes sectors of this size whole or not at all; SQLite counts on no more.
const sectorBytes = 512

/**
 * A disk that is told what a process does, and answers what is left of it after a power cut.
 *
 * - [D1] What was written to a file before a sync of that file began is there after the sync has ended.
 * - [D2] Of what was not synced any part may be there: each write whole, torn after any sector, in single
 *   sectors, or not at all, whatever came of earlier and later ones. What lies between reads as zeros.
 * - [D3] A name that was made, moved or removed is certain only after a sync of the folder, not already
 *   after one of the file (ext4, XFS and btrfs promise more, POSIX does not). Changes of names reach the
 *   disk in their order, as every journaling file system keeps it.
 * - [D4] A disk that lies answers a sync and has done nothing.
 */
export class Disk {
  private readonly folder: string
  private readonly lies: (path: string) => boolean
  private readonly descriptors = new Map<number, { path: string; file: File | null }>()
  private readonly syncs = new Map<number, Sync>()
  private readonly names: Map<string, File>
  private readonly syncedNames: Map<string, File>
  private unsyncedNames: NameChange[] = []

  constructor(options: { folder: string; lies?: (path: string) => boolean }) {
    this.folder = options.folder
    this.lies = options.lies ?? (() => false)
    this.names = new Map()
    this.syncedNames = new Map()
  }

  apply(record: DiskRecord): void {
    switch (record.op) {
      case 'open':
        return this.open(record)
      case 'dup':
        this.descriptors.set(record.to, this.opened(record.fd))
        return
      case 'close':
        this.descriptors.delete(record.fd)
        return
      case 'write':
        this.fileOf(record.fd).unsynced.push({ kind: 'write', offset: record.offset, data: record.data })
        return
      case 'truncate':
        this.fileOf(record.fd).unsynced.push({ kind: 'truncate', size: record.size })
        return
      case 'syncBegin': {
        const { path, file } = this.opened(record.fd)
        if (this.lies(path)) return
        const through = (file ? file.unsynced : this.unsyncedNames).length
        this.syncs.set(record.sync, { through, target: file })
        return
      }
      case 'syncEnd':
        return this.endSync(record.sync)
      case 'rename':
        return this.rename({ kind: 'move', path: record.path, to: record.to })
      case 'unlink':
        return this.rename({ kind: 'unlink', path: record.path })
      case 'send':
        return
    }
  }

  /** What the process itself sees: everything is there. */
  now(): Image {
    return new Map([...this.names].map(([path, file]) => [path, survivors(file, () => 'whole')]))
  }

  /** What is left when the power goes now; `random` decides where the disk is free to. */
  crash(random: SeededRandom): Image {
    const names = new Map(this.syncedNames)
    const kept = random.between(0, this.unsyncedNames.length)
    for (const change of this.unsyncedNames.slice(0, kept)) rename(names, change)
    // A disk with a small cache loses little, one with a large cache much: each cut is one of them.
    const survival = random.pick([0, 0.1, 0.5, 0.9, 1])
    return new Map(
      [...names].map(([path, file]) => [path, survivors(file, () => fateOf(random, survival))] as const),
    )
  }

  private open({ fd, path, created, truncated }: DiskRecord & { op: 'open' }): void {
    if (path === this.folder) {
      this.descriptors.set(fd, { path, file: null })
      return
    }
    let file = this.names.get(path)
    if (!file || created) {
      if (!created) throw new Error(`A file was opened that nobody made: ${path}`)
      file = { synced: new Content(), unsynced: [] }
      this.rename({ kind: 'bind', path, file })
    } else if (truncated) {
      file.unsynced.push({ kind: 'truncate', size: 0 })
    }
    this.descriptors.set(fd, { path, file })
  }

  private opened(fd: number): { path: string; file: File | null } {
    const opened = this.descriptors.get(fd)
    if (!opened) throw new Error(`A descriptor was used that nobody opened: ${fd}`)
    return opened
  }

  private fileOf(fd: number): File {
    const { file } = this.opened(fd)
    if (!file) throw new Error(`The folder itself was written to through ${fd}`)
    return file
  }

  private rename(change: NameChange): void {
    rename(this.names, change)
    this.unsyncedNames.push(change)
  }

  private endSync(number: number): void {
    const sync = this.syncs.get(number)
    if (!sync) return
    this.syncs.delete(number)
    const { target, through } = sync
    const done = target ? target.unsynced.splice(0, through) : this.unsyncedNames.splice(0, through)
    for (const change of done) {
      if (change.kind === 'write' || change.kind === 'truncate') target?.synced.apply(change)
      else rename(this.syncedNames, change)
    }
    // Another sync of the same that is under way counted what is gone from the front now.
    for (const other of this.syncs.values()) {
      if (other.target === target) other.through = Math.max(0, other.through - done.length)
    }
  }
}

function rename(names: Map<string, File>, change: NameChange): void {
  const file = change.kind === 'bind' ? change.file : names.get(change.path)
  if (!file) throw new Error(`A name was moved or removed that is not there: ${change.path}`)
  if (change.kind !== 'bind') names.delete(change.path)
  if (change.kind !== 'unlink') names.set(change.kind === 'move' ? change.to : change.path, file)
}

/** What becomes of one write: all of it, none, its first sectors, or each sector by itself. */
type Fate = 'whole' | 'lost' | { first: number } | { each: () => boolean }

function fateOf(random: SeededRandom, survival: number): Fate {
  if (survival === 1) return 'whole'
  if (survival === 0) return 'lost'
  const drawn = random.fraction()
  if (drawn < 0.15) return { first: random.fraction() }
  if (drawn < 0.3) return { each: () => random.fraction() < survival }
  return random.fraction() < survival ? 'whole' : 'lost'
}

function survivors(file: File, fate: () => Fate): Uint8Array {
  if (file.unsynced.length === 0) return file.synced.bytes
  const content = file.synced.copy()
  for (const change of file.unsynced) {
    const met = fate()
    if (met === 'lost') continue
    if (met === 'whole') content.apply(change)
    // A file has its old length or its new one.
    else if (change.kind === 'truncate') continue
    else {
      const sectors = sectorsOf(change)
      const first = 'first' in met ? Math.floor(met.first * sectors.length) : 0
      for (const [index, sector] of sectors.entries()) {
        if ('first' in met ? index < first : met.each()) content.apply(sector)
      }
    }
  }
  return content.bytes
}

function sectorsOf({ offset, data }: Change & { kind: 'write' }): (Change & { kind: 'write' })[] {
  const sectors: (Change & { kind: 'write' })[] = []
  for (let at = 0; at < data.length; ) {
    const end = Math.min(data.length, at + sectorBytes - ((offset + at) % sectorBytes))
    sectors.push({ kind: 'write', offset: offset + at, data: data.subarray(at, end) })
    at = end
  }
  return sectors
}

/** The bytes of a file, growing in place. */
class Content {
  private buffer = new Uint8Array(0)
  private size = 0

  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.size)
  }

  copy(): Content {
    const copy = new Content()
    copy.buffer = this.bytes.slice()
    copy.size = this.size
    return copy
  }

  apply(change: Change): void {
    if (change.kind === 'truncate') return this.resize(change.size)
    const end = change.offset + change.data.length
    if (end > this.size) this.resize(end)
    this.buffer.set(change.data, change.offset)
  }

  private resize(size: number): void {
    if (size > this.buffer.length) {
      const larger = new Uint8Array(Math.max(size, this.buffer.length * 2))
      larger.set(this.bytes)
      this.buffer = larger
    }
    this.buffer.fill(0, Math.min(size, this.size), Math.max(size, this.size))
    this.size = size
  }
}
