import type { Journal } from '#server/journal/journal.ts'
import type { NewRow } from '#server/journal/writeRows.ts'
import type { Operation } from './operations.ts'
import type { Promise as Promised } from './oracle.ts'
import type { Broken } from './world.ts'

/**
 * A broken part and the promises of which one must find it; where random runs meet the moment seldom, a run
 * of its own that meets it.
 */
export type Proof = {
  readonly broken: Broken
  readonly finds: readonly Promised[]
  readonly operations?: readonly Operation[]
}

const letters = (count: number): Operation[] =>
  Array.from({ length: count }, () => ({
    do: 'edit',
    after: 1,
    client: 0,
    edit: { do: 'type', item: 0, paragraph: 0, at: 0, text: 'x', bold: false },
  }))

const changed = (journal: Journal, append: Journal['append']): Journal => ({
  append,
  load: (...about) => journal.load(...about),
  owners: (...about) => journal.owners(...about),
  durableSeq: (...about) => journal.durableSeq(...about),
  compact: (...about) => journal.compact(...about),
  close: () => journal.close(),
})

/** Answers every so many rows of people otherwise than the journal does. */
function everyFew(
  journal: Journal,
  otherwise: (row: NewRow, seq: number) => Promise<{ seq: number }>,
): Journal {
  let rows = 0
  let last = 0
  return changed(journal, async row => {
    if (row.author !== null && ++rows % 4 === 0) return otherwise(row, last)
    const { seq } = await journal.append(row)
    last = seq
    return { seq }
  })
}

/** Parts that break a promise on purpose, by what they do wrong. */
export const proofs: Readonly<Record<string, Proof>> = {
  'a journal that answers before it commits': {
    broken: {
      wrapJournal: journal =>
        everyFew(journal, async (row, seq) => {
          journal.append(row).catch(() => undefined)
          return { seq: seq + 1 }
        }),
    },
    finds: ['acknowledgedIsOnDisk', 'toldIsOnDisk', 'savedIsOnDisk'],
  },
  'a journal that drops a row': {
    broken: { wrapJournal: journal => everyFew(journal, async (_row, seq) => ({ seq: seq + 1 })) },
    finds: ['acknowledgedIsOnDisk', 'toldIsOnDisk', 'savedIsOnDisk', 'rowsApply'],
  },
  'a journal that writes a row twice': {
    broken: {
      wrapJournal: journal =>
        everyFew(journal, async row => {
          await journal.append(row)
          return journal.append(row)
        }),
    },
    finds: ['rowsAreNew'],
  },
  'a journal that does not ask once more whether a row may be written': {
    broken: {
      wrapJournal: journal => changed(journal, row => journal.append({ ...row, isValid: () => true })),
    },
    finds: ['revokedWritesNothing'],
    operations: Array.from({ length: 12 }, () => [
      ...letters(20),
      { do: 'standing', after: 30, person: 0, to: 'none' } as const,
      { do: 'standing', after: 0, person: 0, to: 'write' } as const,
      { do: 'cut', after: 3_000, client: 0 } as const,
    ]).flat(),
  },
  'a journal that loses the last row when it is loaded': {
    broken: {
      wrapJournal: journal => ({
        ...changed(journal, row => journal.append(row)),
        async load(...about) {
          const stored = await journal.load(...about)
          return stored.updates.length > 4 ? { ...stored, updates: stored.updates.slice(0, -1) } : stored
        },
      }),
    },
    finds: ['everybodyIsEqual', 'rowsAreNew', 'rowsApply', 'everythingSettles', 'nothingTypedIsLost'],
  },
  'a server that passes on what it has not stored': {
    broken: { relaysUnstored: true },
    finds: ['toldIsOnDisk'],
  },
  'a client that forgets what waits when it loses its connection': {
    broken: { client: { losesOutbox: true } },
    finds: ['savedIsOnDisk', 'nothingTypedIsLost'],
  },
  'a client that believes any answer where a proxy drops frames': {
    broken: { client: { believesAnyAnswer: true } },
    finds: ['acknowledgedIsOnDisk', 'savedIsOnDisk'],
    operations: Array.from({ length: 6 }, () => [
      { do: 'mangle', after: 10, client: 0, direction: 'up', how: 'drop', frames: 1 } as const,
      {
        do: 'edit',
        after: 10,
        client: 0,
        edit: { do: 'deleteText', item: 0, paragraph: 0, at: 0.5, length: 2 },
      } as const,
      ...letters(1),
      // long enough for the answer that is not the one of the dropped frame
      { do: 'wait', after: 500 } as const,
      { do: 'cut', after: 3_000, client: 0 } as const,
    ]).flat(),
  },
  'a client that sets nothing aside': {
    broken: { client: { losesAside: true } },
    finds: ['nothingTypedIsLost', 'savedIsOnDisk'],
  },
  'a device that says „kept“ before it is': {
    broken: { client: { saysKeptEarly: true } },
    finds: ['keptIsOnDevice'],
    operations: Array.from({ length: 8 }, () => [
      { do: 'offline', after: 200, client: 0, forMs: 1_000 } as const,
      ...letters(1),
      { do: 'crash', after: 2_000, client: 0, kind: 'tabKilled' } as const,
    ]).flat(),
  },
}
