import * as fc from 'fast-check'
import * as Y from 'yjs'
import type { MinutesHandle } from '#shared/kinds/minutes/schema.ts'
import { endInterval, startInterval } from '#shared/rules/attendance.ts'

/** A number in [0, 1): a place is given as a fraction of what is there, so any subset of edits still runs. */
const fraction = fc.integer({ min: 0, max: 999 }).map(value => value / 1000)
const pick = <T>(from: readonly T[], at: number): T | undefined => from[Math.floor(at * from.length)]

const itemIds = ['top1', 'top2', 'top3', 'top4', 'top5']
const decisionIds = ['d1', 'd2', 'd3']
const people = ['u.ma', 'u.dy', 'u.hp']
const times = ['10:00', '10:30', '11:00', '12:15', '13:20']
const words = ['Raum', 'ä', ' und ', 'Naloxon\0', '\uD800x', '👋', '']
const itemId = fc.constantFrom(...itemIds)
const word = fc.constantFrom(...words)

/** What a person does to minutes through the typed handle: plain JSON, so that a failure can be kept. */
export type Edit =
  | { do: 'title'; value: string }
  | { do: 'date'; value: string | null }
  | { do: 'breaks'; from: string; to: string }
  | { do: 'addItem'; id: string; title: string; before: number | null; paragraphs: string[] }
  | { do: 'moveItem'; item: number; before: number | null }
  | { do: 'removeItem'; item: number }
  | { do: 'restoreItem'; id: string }
  | { do: 'renameItem'; item: number; value: string }
  | { do: 'addWarning'; item: number; id: string; signal: string }
  | { do: 'addParagraph'; item: number; at: number; text: string }
  | { do: 'deleteParagraph'; item: number; at: number }
  | { do: 'type'; item: number; paragraph: number; at: number; text: string; bold: boolean }
  | { do: 'deleteText'; item: number; paragraph: number; at: number; length: number }
  | { do: 'arrive'; person: string; time: string }
  | { do: 'leave'; person: string; time: string }
  | { do: 'addTask'; id: string; what: string; who: string[] }
  | { do: 'addDecision'; id: string; wording: string; item: number }
  | { do: 'typeWording'; decision: number; at: number; text: string }
  | { do: 'count'; decision: number; person: string; yes: number }
  | { do: 'addCandidate'; election: string; id: string; person: string }
  | { do: 'countCandidate'; election: number; candidate: number; person: string; yes: number }
  | { do: 'addAttachment'; id: string; title: string; no: number }
  | { do: 'addNeed'; id: string; need: string }
  | { do: 'checklist'; spray: boolean }

const place = fc.option(fraction)
export const editArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant('title' as const), value: word }),
  fc.record({ do: fc.constant('date' as const), value: fc.constantFrom('2026-03-14', '2028-02-29', null) }),
  fc.record({
    do: fc.constant('breaks' as const),
    from: fc.constantFrom(...times),
    to: fc.constantFrom(...times),
  }),
  fc.record({
    do: fc.constant('addItem' as const),
    id: itemId,
    title: word,
    before: place,
    paragraphs: fc.array(word, { maxLength: 2 }),
  }),
  fc.record({ do: fc.constant('moveItem' as const), item: fraction, before: place }),
  fc.record({ do: fc.constant('removeItem' as const), item: fraction }),
  fc.record({ do: fc.constant('restoreItem' as const), id: itemId }),
  fc.record({ do: fc.constant('renameItem' as const), item: fraction, value: word }),
  fc.record({ do: fc.constant('addWarning' as const), item: fraction, id: itemId, signal: word }),
  fc.record({ do: fc.constant('addParagraph' as const), item: fraction, at: fraction, text: word }),
  fc.record({ do: fc.constant('deleteParagraph' as const), item: fraction, at: fraction }),
  fc.record({
    do: fc.constant('type' as const),
    item: fraction,
    paragraph: fraction,
    at: fraction,
    // Typed into the middle of text: whole letters of the basic plane, as Yjs counts UTF-16 units.
    text: fc.constantFrom('x', 'Wort ', 'ß'),
    bold: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('deleteText' as const),
    item: fraction,
    paragraph: fraction,
    at: fraction,
    length: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    do: fc.constant('arrive' as const),
    person: fc.constantFrom(...people),
    time: fc.constantFrom(...times),
  }),
  fc.record({
    do: fc.constant('leave' as const),
    person: fc.constantFrom(...people),
    time: fc.constantFrom(...times),
  }),
  fc.record({
    do: fc.constant('addTask' as const),
    id: itemId,
    what: word,
    who: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 2 }),
  }),
)

/** Decisions, elections, and what stands beside the agenda: with counts under the keys of persons. */
const votingArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('addDecision' as const),
      id: fc.constantFrom(...decisionIds),
      wording: word,
      item: fraction,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('typeWording' as const),
      decision: fraction,
      at: fraction,
      text: fc.constantFrom('x', 'Wort ', 'ß'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('count' as const),
      decision: fraction,
      person: fc.constantFrom(...people),
      yes: fc.nat(5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('addCandidate' as const),
      election: fc.constantFrom('w1', 'w2'),
      id: fc.constantFrom('c1', 'c2'),
      person: fc.constantFrom(...people),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('countCandidate' as const),
      election: fraction,
      candidate: fraction,
      person: fc.constantFrom(...people),
      yes: fc.nat(5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('addAttachment' as const),
      id: itemId,
      title: word,
      no: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('addNeed' as const), id: itemId, need: word }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('checklist' as const), spray: fc.boolean() }) },
)

/** Edits of every sort. People count under any person's key here; `asPerson` makes it their own. */
export const anyEditArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 3, arbitrary: editArbitrary },
  { weight: 2, arbitrary: votingArbitrary },
)

/**
 * The edit as this person makes it, with this Yjs client id, where a gate asks whose key it is: counts under their
 * own, and decisions, elections and candidates with ids that nobody else draws, their other device neither.
 */
export function asPerson(edit: Edit, person: string, client: number): Edit {
  switch (edit.do) {
    case 'count':
    case 'countCandidate':
      return { ...edit, person }
    case 'addDecision':
      return { ...edit, id: `${edit.id}-${client}` }
    case 'addCandidate':
      return { ...edit, election: `${edit.election}-${client}`, id: `${edit.id}-${client}` }
    default:
      return edit
  }
}

/** Makes the edit where there is something to edit; otherwise nothing happens. */
export function makeEdit(handle: MinutesHandle, edit: Edit): void {
  const agenda = handle.list('agenda')
  switch (edit.do) {
    case 'title':
      return handle.record('header').set('title', edit.value)
    case 'date':
      return handle.record('header').set('date', edit.value)
    case 'breaks':
      return handle.record('header').set('breaks', [{ from: edit.from, to: edit.to }])
    case 'addItem': {
      const before = edit.before === null ? null : (pick(agenda.ids(), edit.before) ?? null)
      agenda.add(edit.id, { title: edit.title, body: edit.paragraphs }, { before })
      return
    }
    case 'restoreItem':
      return agenda.ids().includes(edit.id) || !agenda.y.has(edit.id) ? undefined : agenda.restore(edit.id)
    case 'arrive':
    case 'leave': {
      const row = handle
        .list('attendance')
        .add(edit.person, { status: 'anwesend', voting: 'stimmberechtigt' })
      const change = edit.do === 'arrive' ? startInterval : endInterval
      return row.set('intervals', change(row.get('intervals'), edit.time))
    }
    case 'addTask':
      handle.list('tasks').add(edit.id, { what: edit.what, who: edit.who })
      return
    case 'addAttachment':
      handle.list('attachments').add(edit.id, { title: edit.title, no: edit.no })
      return
    case 'addNeed':
      handle.record('visit').list('needs').add(edit.id, { need: edit.need })
      return
    case 'checklist':
      return handle.record('naloxonePeer').record('checklist').set('spray', edit.spray)
    case 'addDecision':
    case 'typeWording':
    case 'count':
    case 'addCandidate':
    case 'countCandidate':
      return editVoting(handle, edit)
    default:
      return editItem(handle, edit)
  }
}

type VotingEdit = Extract<
  Edit,
  { do: 'addDecision' | 'typeWording' | 'count' | 'addCandidate' | 'countCandidate' }
>

function editVoting(handle: MinutesHandle, edit: VotingEdit): void {
  const decisions = handle.list('decisions')
  const counted = (yes: number) => ({ yes, no: 0, abstain: 0, invalid: 0 })
  switch (edit.do) {
    case 'addDecision': {
      const agendaItemId = pick(handle.list('agenda').ids(), edit.item) ?? null
      decisions.add(edit.id, { agendaItemId, wording: edit.wording === '' ? [] : [edit.wording] })
      return
    }
    case 'addCandidate':
      handle
        .list('elections')
        .add(edit.election, { office: 'Ansprechperson' })
        .list('candidates')
        .add(edit.id, { person: edit.person })
      return
    case 'countCandidate': {
      const elections = handle.list('elections')
      const election = pick(elections.ids(), edit.election)
      const candidates = election === undefined ? undefined : elections.get(election)?.list('candidates')
      const id = pick(candidates?.ids() ?? [], edit.candidate)
      if (id !== undefined) candidates?.get(id)?.owned('tallyProposals').set(edit.person, counted(edit.yes))
      return
    }
    default: {
      const id = pick(decisions.ids(), edit.decision)
      const decision = id === undefined ? null : decisions.get(id)
      if (edit.do === 'count') return decision?.owned('tallyProposals').set(edit.person, counted(edit.yes))
      const wording = decision?.ensureProse('wording')
      const { at, text } = edit
      return wording && editBody(wording, { do: 'type', item: 0, paragraph: 0, bold: false, at, text })
    }
  }
}

type ItemEdit = Extract<Exclude<Edit, { do: 'addDecision' }>, { item: number }>

function editItem(handle: MinutesHandle, edit: ItemEdit): void {
  const agenda = handle.list('agenda')
  const id = pick(agenda.ids(), edit.item)
  const item = id === undefined ? null : agenda.get(id)
  if (id === undefined || !item) return
  switch (edit.do) {
    case 'moveItem':
      return agenda.move(id, {
        before: edit.before === null ? null : (pick(agenda.ids(), edit.before) ?? null),
      })
    case 'removeItem':
      return agenda.remove(id)
    case 'renameItem':
      return item.set('title', edit.value)
    case 'addWarning':
      item.list('earlyWarnings').add(edit.id, { signal: edit.signal })
      return
    default:
      return editBody(item.ensureProse('body'), edit)
  }
}

type BodyEdit = Extract<Edit, { do: 'addParagraph' | 'deleteParagraph' | 'type' | 'deleteText' }>

function editBody(body: Y.XmlFragment, edit: BodyEdit): void {
  if (edit.do === 'addParagraph') {
    const paragraph = new Y.XmlElement('paragraph')
    // Editors clean what they insert (DM15); here the words are cleaned by their encoding.
    paragraph.insert(0, [new Y.XmlText(edit.text.replaceAll('\0', '').toWellFormed())])
    return body.insert(Math.floor(edit.at * (body.length + 1)), [paragraph])
  }
  if (edit.do === 'deleteParagraph') {
    if (body.length > 0) body.delete(Math.floor(edit.at * body.length), 1)
    return
  }
  const paragraph = pick(body.toArray(), edit.paragraph)
  const text = paragraph instanceof Y.XmlElement ? paragraph.toArray()[0] : undefined
  if (!(text instanceof Y.XmlText)) return
  const letters = lettersOf(text)
  if (edit.do === 'type') {
    const place = betweenLetters(letters, Math.floor(edit.at * (letters.length + 1)))
    return text.insert(place, edit.text, edit.bold ? { bold: {} } : {})
  }
  const start = betweenLetters(letters, Math.floor(edit.at * letters.length))
  const end = betweenLetters(letters, Math.min(start + edit.length, letters.length))
  if (end > start) text.delete(start, end - start)
}

const lettersOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map((part: { insert?: unknown }) => (typeof part.insert === 'string' ? part.insert : '\0'))
    .join('')

/** No editor puts anything between the two units of one letter; Yjs would replace both halves where it is done. */
const betweenLetters = (letters: string, place: number): number => {
  const isInside = place > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(letters.slice(place - 1))
  return isInside ? place - 1 : place
}
