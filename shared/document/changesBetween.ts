import { type ChangedWords, changedWords } from '#shared/rules/changedWords.ts'
import type { Field, ListField, RecordField } from './fields.ts'
import { type ProseNode, paragraphTexts } from './prose.ts'

/** A change in a document as one can read it. `path`: its place, keys and ids. */
export type ReadableChange = ChangedWords & { readonly path: readonly string[] }

/**
 * What a document says after that it did not say before, place by place: texts by the passage that changed, fields by
 * their values, things that came by their words. What people may write of their own only (`ownedBy`) is left out.
 * Both values are projections of one kind.
 */
export function changesBetween(record: RecordField, before: unknown, after: unknown): ReadableChange[] {
  return inRecord(record, objectOf(before), objectOf(after), [])
}

type Values = Readonly<Record<string, unknown>>

function inRecord(
  record: RecordField,
  before: Values,
  after: Values,
  path: readonly string[],
): ReadableChange[] {
  return [...record.fields].flatMap(([key, field]) => inField(field, before[key], after[key], [...path, key]))
}

function inField(field: Field, before: unknown, after: unknown, path: readonly string[]): ReadableChange[] {
  switch (field.type) {
    case 'owned':
      return []
    case 'record':
      return inRecord(field, objectOf(before), objectOf(after), path)
    case 'list':
      return inList(field, entriesOf(before), entriesOf(after), path)
    case 'prose':
      return at(path, changedWords(proseText(before), proseText(after)))
    case 'atom':
      return JSON.stringify(before) === JSON.stringify(after)
        ? []
        : at(path, { ...replaced(words(before)), text: words(after) })
  }
}

function inList(
  field: ListField,
  before: ReadonlyMap<string, Values>,
  after: ReadonlyMap<string, Values>,
  path: readonly string[],
): ReadableChange[] {
  const came = [...after].flatMap(([id, entry]) => {
    const own = before.get(id)
    return own
      ? inRecord(field.item, own, entry, [...path, id])
      : at([...path, id], { text: wordsOfEntry(field.item, entry) })
  })
  const gone = [...before]
    .filter(([id]) => !after.has(id))
    .flatMap(([id, entry]) => at([...path, id], { ...replaced(wordsOfEntry(field.item, entry)), text: '' }))
  return [...came, ...gone]
}

const at = (path: readonly string[], change: ChangedWords | null): ReadableChange[] =>
  change === null ? [] : [{ ...change, path }]

const replaced = (text: string) => (text === '' ? {} : { replaces: text })

/** The words of a thing: its texts and what people typed into its fields, one after the other. */
function wordsOfEntry({ fields }: RecordField, entry: Values): string {
  return [...fields]
    .map(([key, field]) => {
      if (field.type === 'prose') return proseText(entry[key])
      return field.type === 'atom' && typeof entry[key] === 'string' ? entry[key] : ''
    })
    .filter(text => text !== '')
    .join(' · ')
}

function words(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const parts = Array.isArray(value) ? value : Object.values(value)
  return parts.map(words).filter(Boolean).join(', ')
}

const proseText = (nodes: unknown): string =>
  Array.isArray(nodes) ? paragraphTexts(nodes as ProseNode[]).join('\n') : ''

const objectOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? (value as Values) : {}

const entriesOf = (value: unknown): ReadonlyMap<string, Values> =>
  new Map(
    (Array.isArray(value) ? value : []).map(entry => {
      const own = objectOf(entry)
      return [String(own.id), own]
    }),
  )
