import { type RecordField, recordField } from '#shared/document/fields.ts'
import { type ProseNode, paragraphTexts } from '#shared/document/prose.ts'
import { type MinutesDraft, minutesDraftSchema } from './schema.ts'

/** What stands at one place as text: a field of prose, or a line that people write freely. */
export type RunningText = { readonly path: string[]; readonly text: string }

/**
 * All text of minutes in which a name or a remark can stand: every field of prose of the schema, and the lines that
 * are written like prose. Fields that are there to hold names are left out. Paragraphs are parted by a new line.
 */
export function runningTexts(value: MinutesDraft): RunningText[] {
  return [...proseBelow(recordField(minutesDraftSchema), value, []), ...lines(value)].filter(
    ({ text }) => text.trim() !== '',
  )
}

function proseBelow(record: RecordField, value: object, path: readonly string[]): RunningText[] {
  const values = new Map<string, unknown>(Object.entries(value))
  return [...record.fields].flatMap(([key, field]): RunningText[] => {
    const own = values.get(key)
    if (field.type === 'prose') return [{ path: [...path, key], text: textOf(own) }]
    if (field.type === 'record') return proseBelow(field, Object(own), [...path, key])
    if (field.type !== 'list' || !Array.isArray(own)) return []
    return own.flatMap(entry => proseBelow(field.item, entry, [...path, key, String(entry.id)]))
  })
}

// The schema says of this field that it holds nodes; the walk over its compiled form does not carry the type along.
const textOf = (nodes: unknown): string => paragraphTexts(nodes as ProseNode[]).join('\n')

/** Lines that are no prose by their type, but written like it. */
function lines(value: MinutesDraft): RunningText[] {
  const { visit, formalia } = value
  const changes = [
    ...(formalia.agendaApproved?.changes ?? []),
    ...(formalia.previousMinutes?.objections ?? []),
  ]
  return [
    { path: ['header', 'title'], text: value.header.title },
    { path: ['formalia'], text: changes.join('\n') },
    ...value.agenda.flatMap(item => [
      { path: ['agenda', item.id, 'title'], text: item.title },
      ...item.earlyWarnings.map(({ id, signal }) => ({
        path: ['agenda', item.id, 'earlyWarnings', id, 'signal'],
        text: signal,
      })),
    ]),
    ...value.decisions.map(({ id, subject }) => ({ path: ['decisions', id, 'subject'], text: subject })),
    ...value.tasks.map(({ id, what }) => ({ path: ['tasks', id, 'what'], text: what })),
    ...value.lateContributions.map(({ id, text }) => ({ path: ['lateContributions', id, 'text'], text })),
    ...visit.needs.map(({ id, need }) => ({ path: ['visit', 'needs', id, 'need'], text: need })),
    ...visit.earlyWarnings.map(({ id, signal }) => ({
      path: ['visit', 'earlyWarnings', id, 'signal'],
      text: signal,
    })),
    ...visit.contacts.map(({ id, note }) => ({ path: ['visit', 'contacts', id, 'note'], text: note })),
  ]
}
