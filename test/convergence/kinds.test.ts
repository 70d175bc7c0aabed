import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { sharedUndo } from '#client/document/sharedUndo.ts'
import type { AnyKind } from '#shared/document/defineKind.ts'
import { loadKinds } from '#shared/kinds/registry.ts'
import { checkProperty, propertySeed } from '#test/support/property.ts'
import {
  editsOf,
  type FieldPlace,
  fieldsOf,
  type KindEdit,
  listDoings,
  makeKindEdit,
  tourOf,
} from '#test/support/randomKindEdits.ts'
import { loses, proseActs } from '#test/support/randomKindProse.ts'

const writer = 'writer'
const start = { title: 'Anfang', today: '2026-03-14' }
// About two seconds per kind.
const runs = 80

/** What happens to several people's copies of one document. Numbers choose a copy or a message, whatever there is. */
type Step =
  | { readonly by: number; readonly edit: KindEdit }
  | { readonly by: number; readonly step: 'undo' | 'redo' }
  /** one message arrives, before or after those that it builds on */
  | { readonly from: number; readonly to: number; readonly message: number }
  /** loses the connection, or comes back and is told everything */
  | { readonly by: number; readonly line: 'away' | 'back' }
type Story = { readonly replicas: number; readonly steps: readonly Step[]; readonly order: readonly number[] }

const replicaNumber = fc.nat(9)
const storyOf = (edits: fc.Arbitrary<KindEdit>, withUndo: boolean): fc.Arbitrary<Story> =>
  fc.record({
    replicas: fc.integer({ min: 3, max: 4 }),
    steps: fc.array(
      fc.oneof(
        { weight: 12, arbitrary: fc.record({ by: replicaNumber, edit: edits }) },
        {
          weight: withUndo ? 2 : 0,
          arbitrary: fc.record({
            by: replicaNumber,
            step: fc.constantFrom('undo' as const, 'redo' as const),
          }),
        },
        { weight: 6, arbitrary: fc.record({ from: replicaNumber, to: replicaNumber, message: fc.nat(999) }) },
        {
          weight: 3,
          arbitrary: fc.record({
            by: replicaNumber,
            line: fc.constantFrom('away' as const, 'back' as const),
          }),
        },
      ),
      { maxLength: 70, size: 'max' },
    ),
    order: fc.array(fc.nat(9999), { minLength: 4, maxLength: 4 }),
  })

/**
 * Stories about everything in a document, and as many that turn around one of its lists, where people meet in the same
 * entry. `isRough`: they take away from each other, too.
 */
function storiesOf(kind: AnyKind, isRough: boolean): fc.Arbitrary<Story> {
  const fields = fieldsOf(kind)
  const holdsText = (list: FieldPlace) =>
    fields.some(({ path, field }) => field.type === 'prose' && isBelow(path, list.path))
  // what is gone with an entry shows best in its texts
  const lists = fields.filter(place => place.field.type === 'list' && (isRough || holdsText(place)))
  const edits = [null, ...lists].map(list => {
    const all = editsOf(kind, list)
    return storyOf(isRough ? all : all.filter(isGentle), isRough)
  })
  const [everything, ...each] = edits
  if (!everything) throw new Error('A kind without fields')
  return each.length === 0 ? everything : fc.oneof(everything, fc.oneof(...each))
}

const isBelow = (path: readonly string[], above: readonly string[]): boolean =>
  above.every((key, index) => path[index] === key)

/** Which fields of which kind were written in which way, over all stories. */
const written = new Map<string, Set<string>>()
const wayOf = (edit: KindEdit): string =>
  `${edit.path.join('/')} ${edit.do === 'prose' ? edit.act.act : edit.do}`

/**
 * Plays a story to its end: everybody has everything, in an order of their own and more than once.
 * `wrote` are the steps that found something to write.
 */
function play(
  kind: AnyKind,
  { replicas, steps, order }: Story,
): { readonly docs: readonly Y.Doc[]; readonly wrote: ReadonlySet<number> } {
  const wrote = new Set<number>()
  const ways = written.get(kind.name) ?? new Set()
  written.set(kind.name, ways)
  const first = new Y.Doc()
  Y.applyUpdate(first, kind.seed)
  kind.begin(first, start)
  const begun = Y.encodeStateAsUpdate(first)
  const people = Array.from({ length: replicas }, (_, index) => {
    const doc = new Y.Doc()
    doc.clientID = 10 + index
    Y.applyUpdate(doc, begun)
    const undo = sharedUndo(doc, doc.getMap('document'), writer)
    const sent: Uint8Array[] = []
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === writer || origin === undo.manager) sent.push(update)
    })
    return { doc, undo, sent, isAway: false }
  })
  const at = (number: number) => {
    const person = people[number % replicas]
    if (!person) throw new Error('nobody')
    return person
  }
  for (const [index, step] of steps.entries()) {
    if ('edit' in step) {
      const { doc, undo, sent } = at(step.by)
      const before = sent.length
      makeKindEdit(kind, doc, step.edit, writer)
      undo.manager.stopCapturing()
      if (sent.length === before) continue
      wrote.add(index)
      ways.add(wayOf(step.edit))
    } else if ('step' in step) {
      at(step.by).undo[step.step]()
    } else if ('line' in step) {
      const person = at(step.by)
      person.isAway = step.line === 'away'
      if (!person.isAway) for (const other of people) if (!other.isAway) exchange(person.doc, other.doc)
    } else {
      const [from, to] = [at(step.from), at(step.to)]
      const update = from.sent[step.message % Math.max(1, from.sent.length)]
      if (update && !from.isAway && !to.isAway) Y.applyUpdate(to.doc, update, 'network')
    }
  }
  const all = people.flatMap(({ sent }) => sent)
  people.forEach(({ doc, undo }, index) => {
    for (const update of fc.sample(fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), {
      seed: order[index] ?? 1,
      numRuns: 1,
    })[0] ?? [])
      Y.applyUpdate(doc, update, 'network')
    undo.end()
  })
  return { docs: people.map(({ doc }) => doc), wrote }
}

/** What a connection does when it is back: each side sends what the other lacks. */
function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)), 'network')
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)), 'network')
}

/** A story in which everything that a kind has is written by somebody, with everybody writing in turn. */
function tour(kind: AnyKind): Story {
  const steps = tourOf(kind, propertySeed).flatMap((edit, index): Step[] => [
    { by: 0, edit },
    // now and then the same at once by somebody who has not seen it
    ...(index % 5 === 0 ? [{ by: 1, edit }] : []),
    ...(index % 7 === 0 ? [{ by: 1 + (index % 2), line: 'back' as const }] : []),
  ])
  return { replicas: 3, steps, order: [1, 2, 3, 4] }
}

/** Takes nothing away from anybody. */
const isGentle = (edit: KindEdit): boolean =>
  edit.do === 'prose' ? !loses(edit.act) : edit.do !== 'remove' && edit.do !== 'restore'

/** What is typed becomes one letter that nobody else types, what is added gets an id of its own. */
function withMark(step: Step, index: number): Step {
  if (!('edit' in step)) return step
  const { edit } = step
  if (edit.do === 'add') return { ...step, edit: { ...edit, id: `n${index}` } }
  if (edit.do !== 'prose' || edit.act.act !== 'type') return step
  return { ...step, edit: { ...edit, act: { ...edit.act, word: String.fromCodePoint(privateUse + index) } } }
}
const privateUse = 0xe000

function markOf(step: Step | undefined): string {
  if (!step || !('edit' in step)) return ''
  if (step.edit.do === 'add') return `"id":"${step.edit.id}"`
  return step.edit.do === 'prose' && step.edit.act.act === 'type' ? step.edit.act.word : ''
}

function expectSame(kind: AnyKind, docs: readonly Y.Doc[]): void {
  const [first, ...others] = docs.map(doc => ({ doc, projection: kind.project(doc), state: Y.snapshot(doc) }))
  if (!first) throw new Error('A story about nobody')
  for (const other of others) {
    expect(other.projection).toEqual(first.projection)
    expect(Y.equalSnapshots(other.state, first.state)).toBe(true)
  }
  expect(first.projection.issues.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(kind.draft.keyof().options.every(key => key in Object(first.projection.value))).toBe(true)
}

const kinds = await loadKinds()

/** What seeds have found, by kind: each was broken once. */
const finds: Readonly<Record<string, Story[]>> = {
  // a move and then the adding are undone, while somebody has written in what was added (SU3)
  kitItem: [
    JSON.parse(readFileSync(new URL('finds/undoneMoveAndAdd.json', import.meta.url), 'utf8')) as Story,
  ],
}

describe.each([...kinds.values()].map(kind => [kind.name, kind] as const))('%s', (name, kind) => {
  it('[DM22] whoever has written what, in whatever order it arrived: equal projections, equal states, nothing broken', () => {
    checkProperty(
      `kinds ${name}`,
      runs,
      storiesOf(kind, true),
      story => expectSame(kind, play(kind, story).docs),
      [tour(kind), ...(finds[name] ?? [])],
    )
  })

  it('[DM10] without anything deleted, every word typed and every entry added is there, however entries were moved', () => {
    checkProperty(`kinds ${name}, nothing lost`, runs * 2, storiesOf(kind, false), story => {
      const steps = story.steps.map(withMark)
      const { docs, wrote } = play(kind, { ...story, steps })
      expectSame(kind, docs)
      const [first] = docs
      const text = JSON.stringify(first && kind.project(first).value)
      const lost = [...wrote].map(index => markOf(steps[index])).filter(mark => !text.includes(mark))
      expect(lost).toEqual([])
    })
  })

  it('writes every field, and does to lists and texts all that can be done', () => {
    const ways = [...(written.get(name) ?? [])]
    const missing = fieldsOf(kind).flatMap(({ path, field }) => {
      const wanted = { atom: ['set'], owned: ['own'], list: listDoings, prose: proseActs, record: [] }[
        field.type
      ]
      return wanted.map(way => `${path.join('/')} ${way}`).filter(way => !ways.includes(way))
    })
    expect(missing).toEqual([])
  })
})
