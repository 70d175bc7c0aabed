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
  const { visitedGroup, visitors, groupConsent, forwarded } = visit
  const isForwarded = forwarded.some(({ to, on }) => on !== null && to !== null && facts.isAssociation(to))
  if (header.meetingKind !== 'gruppenbesuch' || header.date === null) return []
  if (!facts.isClosed || groupConsent !== true || !isForwarded || visitedGroup === null) return []
  const year = Number(header.date.slice(0, 4))
  return [...new Set(visitors)]
    .filter(person => facts.homeGroup(person) !== visitedGroup)
    .map(person => ({ year, person }))
}
