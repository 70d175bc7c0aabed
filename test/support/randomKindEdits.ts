import * as fc from 'fast-check'
import type * as Y from 'yjs'
import type { z } from 'zod'
import { isDeleted } from '#shared/document/container.ts'
import type { AnyKind } from '#shared/document/defineKind.ts'
import {
  type AtomField,
  type Field,
  type ListField,
  type RecordField,
  recordField,
} from '#shared/document/fields.ts'
import type { ListHandle, RecordHandle } from '#shared/document/handle.ts'
import { doInProse, everyAct, fraction, type ProseAct, pick, proseActArbitrary } from './randomKindProse.ts'
import { valuesOf } from './randomKindValues.ts'

/** Where a field stands: keys, `*` for an entry of a list. */
export type FieldPlace = { readonly path: readonly string[]; readonly field: Field }

/** Every field of a kind, lists before what their entries hold. */
export function fieldsOf(kind: AnyKind): FieldPlace[] {
  return below(recordField(kind.draft), [])
}

function below(record: RecordField, path: readonly string[]): FieldPlace[] {
  return [...record.fields].flatMap(([key, field]): FieldPlace[] => {
    const here = { path: [...path, key], field }
    if (field.type === 'record') return below(field, here.path)
    if (field.type === 'list') return [here, ...below(field.item, [...here.path, '*'])]
    return [here]
  })
}

// Few, so that several people take the same.
const ids = ['a1', 'a2', 'a3', 'a4']
const people = ['u.ma', 'u.dy', 'u.hp']

/** What somebody does to a document of any kind, as plain JSON; `at` chooses an entry at each level of lists. */
export type KindEdit = { readonly path: readonly string[]; readonly at: readonly number[] } & (
  | { readonly do: 'set'; readonly value: unknown }
  | { readonly do: 'own'; readonly person: string; readonly value: unknown }
  | { readonly do: 'add'; readonly id: string; readonly init: object; readonly before: number | null }
  | { readonly do: 'remove' | 'restore'; readonly which: number }
  | { readonly do: 'move'; readonly which: number; readonly before: number | null }
  | { readonly do: 'prose'; readonly act: ProseAct }
)

export const listDoings = ['add', 'remove', 'restore', 'move'] as const

/** Edits of one field. */
function editsAt({ path, field }: FieldPlace): fc.Arbitrary<KindEdit> {
  const levels = path.filter(key => key === '*').length
  const at = fc.array(fraction, { minLength: levels, maxLength: levels })
  const here = { path: fc.constant(path), at }
  const before = fc.option(fraction)
  switch (field.type) {
    case 'atom':
      return fc.record({ ...here, do: fc.constant('set' as const), value: valuesOf(field.schema) })
    case 'owned':
      return fc.record({
        ...here,
        do: fc.constant('own' as const),
        person: fc.constantFrom(...people),
        value: valuesOf(field.schema),
      })
    case 'prose':
      return fc.record({ ...here, do: fc.constant('prose' as const), act: proseActArbitrary })
    case 'list':
      return fc.oneof(
        {
          weight: 3,
          arbitrary: fc.record({
            ...here,
            do: fc.constant('add' as const),
            id: fc.constantFrom(...ids),
            init: initOf(field),
            before,
          }),
        },
        fc.record({ ...here, do: fc.constantFrom('remove' as const, 'restore' as const), which: fraction }),
        {
          weight: 2,
          arbitrary: fc.record({ ...here, do: fc.constant('move' as const), which: fraction, before }),
        },
      )
    default:
      throw new TypeError('A record is not edited, its fields are')
  }
}

/** What a new entry may be given: some of its values, and a first paragraph of its texts. */
function initOf(field: ListField): fc.Arbitrary<object> {
  const given = [...field.item.fields].flatMap(([key, child]): [string, fc.Arbitrary<unknown>][] => {
    if (child.type === 'atom') return [[key, valuesOf(child.schema)]]
    return child.type === 'prose' ? [[key, fc.constant(['Erster Absatz'])]] : []
  })
  return fc.record(Object.fromEntries(given), { requiredKeys: [] })
}

/**
 * Edits of all fields of a kind, or of a list and all that its entries hold; richer fields are as likely as flat
 * ones, however many there are of each.
 */
export function editsOf(kind: AnyKind, list: FieldPlace | null = null): fc.Arbitrary<KindEdit> {
  const prefix = list?.path ?? []
  const fields = fieldsOf(kind).filter(({ path }) => prefix.every((key, index) => path[index] === key))
  const places = (type: Field['type']) => fields.filter(({ field }) => field.type === type).map(editsAt)
  const sorts = (['atom', 'list', 'prose', 'owned'] as const).map(places).filter(list => list.length > 0)
  return fc.oneof(...sorts.map(list => fc.oneof(...list)))
}

/** A walk through a kind that writes each of its fields and does everything that can be done, drawn from a seed. */
export function tourOf(kind: AnyKind, seed: number): KindEdit[] {
  const sample = <T>(from: fc.Arbitrary<T>, count: number): T[] => fc.sample(from, { seed, numRuns: count })
  return fieldsOf(kind).flatMap(({ path, field }): KindEdit[] => {
    const at = path.filter(key => key === '*').map(() => 0)
    switch (field.type) {
      case 'atom':
        return distinct(sample(valuesOf(field.schema), 6), field).map(value => ({
          do: 'set',
          path,
          at,
          value,
        }))
      case 'owned':
        return people.flatMap(person =>
          sample(valuesOf(field.schema), 2).map(
            (value): KindEdit => ({ do: 'own', path, at, person, value }),
          ),
        )
      case 'prose':
        return everyAct.map(act => ({ do: 'prose', path, at, act }))
      case 'list': {
        const added = ids
          .slice(0, 3)
          .map((id): KindEdit => ({ do: 'add', path, at, id, init: {}, before: null }))
        const gone: KindEdit = { do: 'remove', path, at, which: 0.99 }
        const back: KindEdit = { do: 'restore', path, at, which: 0 }
        // twice: where somebody else adds the same id at once, the one that was taken out may be the other one
        return [...added, { do: 'move', path, at, which: 0.99, before: 0 }, gone, back, gone, back]
      }
      default:
        return []
    }
  })
}

/** Last another value than the one that is there from the start. */
function distinct(values: readonly unknown[], field: AtomField): unknown[] {
  const start = JSON.stringify(field.schema.parse(undefined))
  return values.toSorted(
    (left, right) => Number(JSON.stringify(left) !== start) - Number(JSON.stringify(right) !== start),
  )
}

/** A handle whose schema is known at run time only. */
type LooseRecord = RecordHandle<z.ZodObject> & {
  set(key: string, value: unknown): void
  record(key: string): LooseRecord
  list(key: string): LooseList
  ensureProse(key: string): Y.XmlFragment
  owned(key: string): { set(person: string, value: unknown): void }
}
type LooseList = Omit<ListHandle<z.ZodObject>, 'get' | 'add'> & {
  get(id: string): LooseRecord | null
  add(id: string, init: object, place: { before: string | null }): LooseRecord
}

/** Makes the edit where there is something to edit; otherwise nothing happens. */
export function makeKindEdit(kind: AnyKind, doc: Y.Doc, edit: KindEdit, origin: unknown): void {
  // the compiled fields, from which the edit was made, decide what the types cannot know here
  let record = kind.open(doc, origin) as unknown as LooseRecord
  const keys = [...edit.path]
  const last = keys.pop() ?? ''
  const entries = [...edit.at]
  while (keys.length > 0) {
    const key = keys.shift() ?? ''
    if (keys[0] !== '*') {
      record = record.record(key)
      continue
    }
    keys.shift()
    const list = record.list(key)
    const id = pick(list.ids(), entries.shift() ?? 0)
    const entry = id === undefined ? null : list.get(id)
    if (!entry) return
    record = entry
  }
  switch (edit.do) {
    case 'set':
      return record.set(last, edit.value)
    case 'own':
      return record.owned(last).set(edit.person, edit.value)
    case 'prose':
      return record.transact(() => doInProse(record.ensureProse(last), edit.act))
    default:
      return editList(record.list(last), edit)
  }
}

function editList(list: LooseList, edit: Extract<KindEdit, { do: (typeof listDoings)[number] }>): void {
  const idAt = (at: number | null) => (at === null ? null : (pick(list.ids(), at) ?? null))
  switch (edit.do) {
    case 'add':
      return void list.add(edit.id, edit.init, { before: idAt(edit.before) })
    case 'remove': {
      const id = idAt(edit.which)
      return id === null ? undefined : list.remove(id)
    }
    case 'move': {
      const id = idAt(edit.which)
      return id === null ? undefined : list.move(id, { before: idAt(edit.before) })
    }
    case 'restore': {
      const gone = [...list.y.keys()].filter(id => isGone(list.y.get(id))).sort()
      const id = pick(gone, edit.which)
      return id === undefined ? undefined : list.restore(id)
    }
  }
}

const isGone = (entry: unknown): boolean => isDeleted(entry as Y.Map<unknown>)
