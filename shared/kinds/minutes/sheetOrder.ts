import type { Finding } from './finding.ts'
import type { MinutesDraft } from './schema.ts'

/** The parts of the sheet from top to bottom. */
const parts = [
  'header',
  'formalia',
  'quorum',
  'attendance',
  'regionTeam',
  'visit',
  'gathering',
  'steering',
  'assembly',
  'founding',
  'naloxonePeer',
  'cooperation',
  'agenda',
  'tasks',
  'attachments',
  'lateContributions',
  'signatures',
  'approval',
]

/**
 * Findings from the top of the sheet to its end. Decisions and elections stand with their agenda item. Within one
 * place the rules keep their order.
 */
export function inSheetOrder(found: readonly Finding[], value: MinutesDraft): Finding[] {
  const places = new Map<string, readonly number[]>()
  const agendaPart = parts.indexOf('agenda')
  const itemIndex = new Map(value.agenda.map(({ id }, index) => [id, index]))
  for (const key of ['attendance', 'tasks', 'attachments', 'lateContributions'] as const) {
    value[key].forEach(({ id }, index) => places.set(`${key}/${id}`, [parts.indexOf(key), index]))
  }
  value.agenda.forEach(({ id }, index) => places.set(`agenda/${id}`, [agendaPart, index, 0]))
  const votings = [
    ...value.decisions.map(({ id, agendaItemId }) => [`decisions/${id}`, agendaItemId] as const),
    ...value.elections.map(({ id, agendaItemId }) => [`elections/${id}`, agendaItemId] as const),
  ]
  votings.forEach(([name, item], index) => {
    const after = itemIndex.get(item ?? '') ?? value.agenda.length
    places.set(name, [agendaPart, after, 1, index])
  })
  const placeOf = ({ path: [root = '', id = ''] }: Finding): readonly number[] => {
    const known = places.get(`${root}/${id}`)
    if (known) return known
    const part = parts.indexOf(root === 'decisions' || root === 'elections' ? 'agenda' : root)
    return [
      part < 0 ? parts.length : part,
      root === 'decisions' || root === 'elections' ? value.agenda.length : -1,
    ]
  }
  return found
    .map(finding => ({ finding, place: placeOf(finding) }))
    .toSorted((left, right) => compare(left.place, right.place))
    .map(({ finding }) => finding)
}

function compare(left: readonly number[], right: readonly number[]): number {
  const length = Math.max(left.length, right.length)
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
