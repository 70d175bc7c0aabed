import type { GroupEntry, Placed } from '#shared/kinds/minutes/projections/entry.ts'
import type { Programme } from '#shared/programmes/schema.ts'
import { isSameGroup } from './homeGroup.ts'

type Target = NonNullable<Programme['groups']>

/**
 * The groups of a region against the number it aims at (domain.md 1.1). The number is two things at once: at most so
 * many can be looked after by one team, and at least so many make a lasting regional association. It never blocks.
 */
export type RegionGauge = {
  readonly target: number
  readonly count: number
  /** „noch n Gruppen bis zum dauerhaften Regionalverband“ */
  readonly missing: number
  /** „mehr als 7 Gruppen – Betreuung aufteilen?“ */
  readonly isAbove: boolean
  readonly groups: readonly (Placed<GroupEntry> & { readonly isCounted: boolean })[]
}

/**
 * Each group once: its own record knows its phase best, then the latest minutes that name it. Groups that a team no
 * longer names in its latest minutes are gone.
 */
export function regionGauge(
  entries: readonly Placed<GroupEntry>[],
  { target, countedPhases }: Target,
): RegionGauge {
  const ofTeam = entries.filter(({ source }) => source === 'team')
  const latest = ofTeam.reduce<Placed<GroupEntry> | null>(
    (found, entry) => (found === null || dayOf(entry) > dayOf(found) ? entry : found),
    null,
  )
  const named = ofTeam.filter(({ documentId }) => documentId === latest?.documentId)
  const records = entries.filter(({ source }) => source === 'record')
  const groups: Placed<GroupEntry>[] = []
  for (const entry of [...records, ...named]) {
    if (!groups.some(({ name }) => isSameGroup(name, entry.name))) groups.push(entry)
  }
  const counted = groups
    .map(entry => ({
      ...entry,
      isCounted: entry.phase !== null && countedPhases.includes(entry.phase),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'de'))
  const count = counted.filter(({ isCounted }) => isCounted).length
  return { target, count, missing: Math.max(0, target - count), isAbove: count > target, groups: counted }
}

const dayOf = ({ meeting }: Placed<GroupEntry>): string => meeting.date ?? ''
