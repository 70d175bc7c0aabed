import { germanDay } from '#shared/rules/germanForms.ts'
import type { MinutesContent } from './fill.ts'
import { traitsOf } from './meetingKinds.ts'
import { type MinutesRecord, noRecord } from './record.ts'
import type { AgendaItem, MinutesDraft, Task } from './schema.ts'

export type NextMeetingOptions = {
  /** the document of the previous minutes: what is carried over names it */
  readonly previousId: string
  readonly newId: () => string
  readonly title?: string
  readonly number?: string
  /** what the previous meeting decided; without it nothing counts as voted on */
  readonly record?: Pick<MinutesRecord, 'decisions'>
}

/**
 * The minutes of the next meeting, prepared from those of the previous (domain.md 2.5): the same people and rules,
 * first the approval of the previous minutes, then what was postponed with the motions nobody voted on, then the open
 * tasks. Nothing of it is decided: results, counts, times and signatures stay behind.
 */
export function nextMeeting(previous: MinutesDraft, options: NextMeetingOptions): MinutesContent {
  const { newId, previousId } = options
  const opening = {
    id: newId(),
    title: 'Begrüßung und Formalia',
    type: 'formalia' as const,
    onInvitation: true,
  }
  const postponed = previous.agenda
    .filter(({ result }) => result === 'vertagt')
    .map(item => ({ from: item, item: postponedItem(item, newId()) }))
  const itemIdOf = new Map(postponed.map(({ from, item }) => [from.id, item.id]))
  const tasks = previous.tasks.filter(isOpen).map(task => carriedTask(task, previousId, newId(), itemIdOf))
  const ending = {
    id: newId(),
    title: 'Verschiedenes und Termine',
    type: 'information' as const,
    onInvitation: true,
  }
  const review = {
    id: newId(),
    title: 'Stand der offenen Aufgaben',
    type: 'bericht' as const,
    onInvitation: true,
  }
  return {
    header: nextHeader(previous, options),
    quorum: previous.quorum,
    attendance: samePeople(previous),
    agenda: [opening, ...(tasks.length > 0 ? [review] : []), ...postponed.map(({ item }) => item), ending],
    decisions: [
      ...approvalOf(previous, newId, opening.id),
      ...openMotions(previous, options.record ?? noRecord, newId, itemIdOf),
    ],
    tasks,
    ...specialFields(previous),
    groupRecordId: previous.groupRecordId,
  }
}

function nextHeader(previous: MinutesDraft, { previousId, title, number }: NextMeetingOptions) {
  const { header } = previous
  const { nextMeeting: planned } = header
  return {
    ...(title !== undefined && { title }),
    ...(number !== undefined && { number }),
    orgId: header.orgId,
    meetingKind: header.meetingKind,
    protocolType: header.protocolType,
    date: planned?.date ?? null,
    start: planned?.start ?? header.start,
    format: header.format,
    place: planned?.place ?? header.place,
    chair: header.chair,
    minuteTakers: header.minuteTakers,
    timeKeeper: header.timeKeeper,
    speakerListKeeper: header.speakerListKeeper,
    confidentiality: header.confidentiality,
    previousMinutesId: previousId,
  }
}

/** Guests came for one meeting; whoever was here in somebody's place makes room for them again. */
function samePeople({ attendance }: MinutesDraft): NonNullable<MinutesContent['attendance']> {
  const people = new Map<string, NonNullable<MinutesContent['attendance']>[number]>()
  for (const { id, substituteFor, status, intervals: _, ...row } of attendance) {
    if (status === 'gast') continue
    const person = substituteFor ?? id
    const isRow = substituteFor === undefined
    if (people.has(person) && !isRow) continue
    const { voting, listing } = row
    people.set(person, { ...(isRow ? row : { voting, listing }), id: person, status: 'anwesend' })
  }
  return [...people.values()]
}

const postponedItem = ({ title, type, presenter, plannedMin }: AgendaItem, id: string) => ({
  id,
  title,
  type,
  presenter,
  plannedMin,
  onInvitation: true,
})

const isOpen = ({ state }: Task): boolean =>
  state === 'offen' || state === 'in_arbeit' || state === 'verschoben'

const carriedTask = (
  { id, what, who, due, state, agendaItemId }: Task,
  previousId: string,
  newTaskId: string,
  itemIdOf: ReadonlyMap<string, string>,
) => ({
  id: newTaskId,
  what,
  who,
  due,
  state,
  agendaItemId: itemIdOf.get(agendaItemId ?? '') ?? null,
  carriedFrom: `${previousId}/${id}`,
})

/** The wording under which teams approve minutes (scenarios.md a, d01), where the meeting votes at all. */
function approvalOf({ header }: MinutesDraft, newId: () => string, agendaItemId: string) {
  const { votes, rule } = traitsOf(header.meetingKind)
  if (votes !== 'binding') return []
  const name = [header.number, header.date === null ? '' : `vom ${germanDay(header.date)}`]
  const session = ['der Sitzung', ...name].filter(part => part !== '').join(' ')
  const wording = [`Das Protokoll ${session} wird in der versandten Fassung genehmigt.`]
  return [
    {
      id: newId(),
      agendaItemId,
      subject: 'Genehmigung des Protokolls',
      movedBy: header.chair,
      rule,
      wording,
    },
  ]
}

/** Motions of postponed items on which nobody has voted. */
function openMotions(
  { decisions }: MinutesDraft,
  record: Pick<MinutesRecord, 'decisions'>,
  newId: () => string,
  itemIdOf: ReadonlyMap<string, string>,
) {
  return decisions.flatMap(({ id, agendaItemId, subject, movedBy, motion, wording, voteMethod, rule }) => {
    const item = itemIdOf.get(agendaItemId ?? '')
    if (item === undefined || record.decisions.some(({ decisionId }) => decisionId === id)) return []
    return [{ id: newId(), agendaItemId: item, subject, movedBy, motion, wording, voteMethod, rule }]
  })
}

/** What stays the same from meeting to meeting in the special fields; visits are counted per calendar year. */
function specialFields({
  header,
  regionTeam,
  steering,
  assembly,
  cooperation,
}: MinutesDraft): MinutesContent {
  const year = (header.nextMeeting?.date ?? header.date ?? '').slice(0, 4)
  switch (traitsOf(header.meetingKind).special) {
    case 'regionTeam':
      return {
        regionTeam: { ...regionTeam, visits: regionTeam.visits.filter(({ date }) => date?.startsWith(year)) },
      }
    case 'steering':
      return { steering: { members: steering.members } }
    case 'assembly':
      return { assembly: { mandates: assembly.mandates } }
    case 'cooperation':
      return { cooperation: { partners: cooperation.partners } }
    default:
      return {}
  }
}
