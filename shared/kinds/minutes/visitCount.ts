import { whyNotCounted } from '#shared/rules/visits.ts'
import type { MinutesDraft } from './schema.ts'

export type VisitCount = { readonly year: number; readonly person: string }

/**
 * For whom a visit counts, and in which year (domain.md 1.4): the minutes are closed, the group is not the visitor's
 * own, it has agreed to the report, and the report went to Land or Bund. Until then nobody's count grows.
 */
export function visitCounts(
  { header, visit }: Pick<MinutesDraft, 'header' | 'visit'>,
  facts: {
    readonly isClosed: boolean
    readonly homeGroup: (personId: string) => string | undefined
    /** whether an organisation is a Landesverband or the Bundesverband */
    readonly isAssociation: (orgId: string) => boolean
  },
): VisitCount[] {
  if (header.meetingKind !== 'gruppenbesuch' || header.date === null) return []
  const year = Number(header.date.slice(0, 4))
  const report = {
    source: 'report' as const,
    state: facts.isClosed ? ('geschlossen' as const) : ('laufend' as const),
    date: header.date,
    group: visit.visitedGroup,
    consent: visit.groupConsent,
    forwarded: visit.forwarded,
  }
  const isAtHome = (person: string, group: string): boolean => facts.homeGroup(person) === group
  return [...new Set(visit.visitors)]
    .filter(
      person => whyNotCounted(report, person, { isAtHome, isAssociation: facts.isAssociation }) === null,
    )
    .map(person => ({ year, person }))
}
