import * as Y from 'yjs'
import { z } from 'zod'
import { decisionContent, decisionContentSchema } from '#server/demo/minutesA1.ts'
import { proseElements } from '#shared/document/proseMaking.ts'
import { timeSchema } from '#shared/document/values.ts'
import { attachmentSchema } from '#shared/kinds/minutes/attachment.ts'
import {
  attendanceStatusSchema,
  type MinutesHandle,
  minutes,
  taskSchema,
  votesSchema,
  votingSchema,
} from '#shared/kinds/minutes/schema.ts'
import { endInterval, endOpenIntervals, startInterval } from '#shared/rules/attendance.ts'

/** One op of fixture `a.timeline` (scenarios.md a.2). */
export const timelineOpSchema = z.object({
  id: z.string(),
  t: timeSchema,
  user: z.string(),
  on: z.boolean(),
  path: z.string(),
  op: z.string(),
  value: z.unknown().optional(),
  at: z.enum(['start', 'end']).optional(),
  after: z.string().optional(),
  afterNode: z.string().optional(),
  before: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  concurrentWith: z.string().optional(),
  outcome: z.enum(['late', 'refused']).optional(),
})
export type TimelineOp = z.infer<typeof timelineOpSchema>

export const timelineSchema = z.object({
  offlineWindows: z.array(z.object({ user: z.string(), from: timeSchema, to: timeSchema })),
  ops: z.array(timelineOpSchema),
  mergeReport: z.object({ afterDelivery: z.record(z.string(), z.unknown()) }),
})
export type Timeline = z.infer<typeof timelineSchema>

const roots: ReadonlySet<string> = new Set([
  'header',
  'formalia',
  'attendance',
  'agenda',
  'decisions',
  'tasks',
  'attachments',
  'meeting',
])
/** Commands whose outcome stands on the record side: the draft stays as it is. */
const commands: ReadonlySet<string> = new Set(['confirmTally', 'freeze', 'confirmTallyAndFreeze'])

/** The ops that change the draft: header, formalia, attendance, agenda, decisions, tasks, attachments. */
export function draftOps(timeline: Timeline): TimelineOp[] {
  return timeline.ops.filter(
    op => roots.has(op.path.split('/')[0] ?? '') && !commands.has(op.op) && op.outcome === undefined,
  )
}

/** Remembers which node a paragraph of the fixture became; nodes keep their Yjs id wherever they go. */
export type ParagraphIds = Map<string, Y.ID>

const textOf = (value: unknown): string => z.string().parse(value)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

const newRowSchema = z.object({
  person: z.string(),
  name: z.string().optional(),
  status: attendanceStatusSchema,
  voting: votingSchema,
  from: timeSchema.nullable(),
})
const newTaskSchema = taskSchema.extend({ id: z.string() })
const newAttachmentSchema = attachmentSchema.extend({ id: z.string() })
const newWarningSchema = z.object({ id: z.string(), signal: z.string() })
const newParagraphSchema = z.object({ id: z.string(), text: z.string() })

/** Dynamic field names need a handle without the types of the schema; the strict write still checks the value. */
type LooseRecord = { set(key: string, value: unknown): void }

/** How prose is typed: an insertion at once, or letter by letter in transactions of their own. */
export type Typing = 'atOnce' | 'letters'

/** Applies one op to the writer's replica through the typed handle; prose by edits of its Y.XmlText. */
export function applyOp(
  handle: MinutesHandle,
  op: TimelineOp,
  paragraphs: ParagraphIds,
  typing: Typing,
): void {
  const [root = '', id = '', field = '', paragraph] = op.path.split('/')
  switch (op.op) {
    case 'add':
      return addEntries(handle, root, id, op)
    case 'set': {
      if (field === 'tallyProposals')
        return decision(handle, id)
          .owned(field)
          .set(present(paragraph, 'person'), votesSchema.parse(op.value))
      const record: LooseRecord =
        root === 'header' || root === 'formalia' ? handle.record(root) : entryOf(handle, root, id)
      return record.set(root === 'header' || root === 'formalia' ? id : field, op.value)
    }
    case 'move':
      return handle.list('agenda').move(id, { before: textOf(op.before) })
    case 'open':
    case 'close': {
      const row = attendanceRow(handle, id)
      const change = op.op === 'open' ? startInterval : endInterval
      return row.set('intervals', change(row.get('intervals'), textOf(op.value)))
    }
    case 'closeMeeting':
      return closeMeeting(handle, z.object({ end: timeSchema }).parse(op.value).end)
    default:
      if (root === 'decisions') return editWording(decision(handle, id).ensureProse('wording'), op, typing)
      return editProse(bodyOf(handle, id), op, paragraph, paragraphs, typing)
  }
}

function addEntries(handle: MinutesHandle, root: string, id: string, op: TimelineOp): void {
  for (const value of listOf(op.value)) {
    if (root === 'attendance') {
      const { person, name, from, ...row } = newRowSchema.parse(value)
      const intervals = startIntervalsOf(from)
      handle.list('attendance').add(person, { ...row, intervals, ...(name !== undefined && { name }) })
    } else if (root === 'tasks') {
      const { id: taskId, ...task } = newTaskSchema.parse(value)
      handle.list('tasks').add(taskId, task)
    } else if (root === 'decisions') {
      const { id: decisionId, ...content } = decisionContent(decisionContentSchema.parse(value))
      handle.list('decisions').add(decisionId, content)
    } else if (root === 'attachments') {
      const { id: attachmentId, ...attachment } = newAttachmentSchema.parse(value)
      handle.list('attachments').add(attachmentId, attachment)
    } else {
      const warning = newWarningSchema.parse(value)
      agendaItem(handle, id).list('earlyWarnings').add(warning.id, { signal: warning.signal })
    }
  }
}

const startIntervalsOf = (from: string | null) => (from === null ? [] : startInterval([], from))

/** What closing a meeting writes into the draft (scenarios.md a.2, `closeMeeting`). */
function closeMeeting(handle: MinutesHandle, end: string): void {
  handle.transact(() => {
    handle.record('header').set('end', end)
    const rows = handle.get('attendance')
    for (const { id, intervals } of endOpenIntervals(rows, end))
      attendanceRow(handle, id).set('intervals', intervals)
  })
}

function present<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Error(`The replica has no ${what}`)
  return found
}
const agendaItem = (handle: MinutesHandle, id: string) => present(handle.list('agenda').get(id), id)
const decision = (handle: MinutesHandle, id: string) => present(handle.list('decisions').get(id), id)
const attendanceRow = (handle: MinutesHandle, id: string) => present(handle.list('attendance').get(id), id)
const bodyOf = (handle: MinutesHandle, id: string) =>
  present(agendaItem(handle, id).prose('body'), `body of ${id}`)

function entryOf(handle: MinutesHandle, root: string, id: string): LooseRecord {
  return root === 'agenda' ? agendaItem(handle, id) : attendanceRow(handle, id)
}

function editProse(
  body: Y.XmlFragment,
  op: TimelineOp,
  paragraph: string | undefined,
  paragraphs: ParagraphIds,
  typing: Typing,
): void {
  if (op.op === 'insertNode') {
    const { id, text } = newParagraphSchema.parse(op.value)
    const after = op.afterNode === undefined ? undefined : indexOf(body, op.afterNode, paragraphs)
    const index = after === undefined ? (op.at === 'start' ? 0 : body.length) : after + 1
    body.insert(index, proseElements([text]))
    paragraphs.set(id, present(body.get(index)._item, 'inserted paragraph').id)
    return
  }
  const index = indexOf(body, present(paragraph, 'paragraph in the path'), paragraphs)
  if (op.op === 'deleteNode') return body.delete(index, 1)
  const node = body.get(index)
  const text = node instanceof Y.XmlElement ? node.get(0) : node
  if (!(text instanceof Y.XmlText)) throw new Error(`No text in ${op.path}`)
  editText(text, op, typing)
}

/** A wording is one paragraph; whoever writes first makes it. */
function editWording(wording: Y.XmlFragment, op: TimelineOp, typing: Typing): void {
  if (wording.length === 0) wording.insert(0, [new Y.XmlElement('paragraph')])
  const paragraph = wording.get(0)
  if (!(paragraph instanceof Y.XmlElement)) throw new Error(`No paragraph in ${op.path}`)
  if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()])
  const text = paragraph.get(0)
  if (!(text instanceof Y.XmlText)) throw new Error(`No text in ${op.path}`)
  editText(text, op, typing)
}

function indexOf(body: Y.XmlFragment, name: string, paragraphs: ParagraphIds): number {
  const id = present(paragraphs.get(name), `paragraph ${name}`)
  const index = body.toArray().findIndex(node => node._item !== null && Y.compareIDs(node._item.id, id))
  if (index < 0) throw new Error(`Paragraph ${name} is gone`)
  return index
}

/** The plain text of a Y.XmlText; its own `toString` would write markup. */
const plain = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map((part: { insert?: unknown }) => (typeof part.insert === 'string' ? part.insert : ''))
    .join('')

function editText(text: Y.XmlText, op: TimelineOp, typing: Typing): void {
  if (op.op === 'replace' || op.op === 'rewrite') return replaceText(text, op, typing)
  const value = textOf(op.value)
  if (op.op === 'deleteRange') return text.delete(onlyPlace(plain(text), value), value.length)
  if (op.op !== 'insert') throw new Error(`No prose op ${op.op}`)
  const end = op.after === undefined ? text.length : onlyPlace(plain(text), op.after) + op.after.length
  typeAt(text, op.at === 'start' ? 0 : end, value, typing)
}

/** Marks what stands there and types over it, as one does in an editor. */
function replaceText(text: Y.XmlText, op: TimelineOp, typing: Typing): void {
  const from = op.op === 'rewrite' ? plain(text) : textOf(op.from)
  const place = onlyPlace(plain(text), from)
  text.delete(place, from.length)
  typeAt(text, place, textOf(op.op === 'rewrite' ? op.value : op.to), typing)
}

function typeAt(text: Y.XmlText, start: number, value: string, typing: Typing): void {
  if (typing === 'atOnce') return text.insert(start, value)
  let place = start
  for (const letter of value) {
    text.insert(place, letter)
    place += letter.length
  }
}

function onlyPlace(text: string, part: string): number {
  const place = text.indexOf(part)
  if (place < 0 || text.includes(part, place + 1))
    throw new Error(`„${part}“ does not stand there exactly once`)
  return place
}

export type Replay = {
  readonly server: Y.Doc
  readonly replicas: ReadonlyMap<string, Y.Doc>
}

/**
 * Replays the draft ops on plain replicas as scenarios.md a.2 says. `clientIds` gives every writer and the
 * server (under `server`) its client id; `onDelivered` sees the server after somebody has come back online.
 */
export function replayTimeline(options: {
  timeline: Timeline
  makeDocument: (doc: Y.Doc) => void
  clientIds: ReadonlyMap<string, number>
  typing: Typing
  onDelivered?: (user: string, server: Y.Doc) => void
}): Replay {
  const { timeline, makeDocument, clientIds, typing } = options
  const docOf = (name: string): Y.Doc => {
    const doc = new Y.Doc()
    doc.clientID = present(clientIds.get(name), `client id of ${name}`)
    return doc
  }
  const server = docOf('server')
  makeDocument(server)
  const users = [...clientIds.keys()].filter(name => name !== 'server')
  const replicas = new Map(users.map(user => [user, docOf(user)]))
  const paragraphs: ParagraphIds = new Map()
  const offline = new Set<string>()

  const push = (from: Y.Doc, to: Y.Doc) =>
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  const exchange = (except: ReadonlySet<string>) => {
    const connected = [...replicas].filter(([user]) => !offline.has(user))
    for (const [, doc] of connected) push(doc, server)
    for (const [user, doc] of connected) if (!except.has(user)) push(server, doc)
  }
  exchange(new Set())

  const ops = draftOps(timeline)
  const minutesOfDay = [
    ...new Set([...ops.map(op => op.t), ...timeline.offlineWindows.flatMap(w => [w.from, w.to])]),
  ]
  for (const minute of minutesOfDay.sort()) {
    for (const { user, to } of timeline.offlineWindows) {
      if (to !== minute || !offline.delete(user)) continue
      exchange(new Set())
      options.onDelivered?.(user, server)
    }
    for (const { user, from } of timeline.offlineWindows) if (from === minute) offline.add(user)
    for (const op of ops.filter(candidate => candidate.t === minute)) {
      const isCommand = op.op === 'closeMeeting'
      if (!isCommand && op.on === offline.has(op.user))
        throw new Error(`${op.id} is not ${op.on ? 'online' : 'offline'}`)
      const doc = isCommand ? server : present(replicas.get(op.user), op.user)
      applyOp(minutes.open(doc), op, paragraphs, typing)
      const waiting = ops.filter(other => other.concurrentWith === op.id).map(other => other.user)
      if (op.on) exchange(new Set(waiting))
    }
  }
  return { server, replicas }
}
