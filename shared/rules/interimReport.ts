import type { EarlyWarningEntry, Placed, VisitEntry } from '#shared/kinds/minutes/projections/entry.ts'
import { isForwarded, type VisitFacts } from './visits.ts'

/** Fewer reports than this may show which group is meant, whatever is left out; whoever reads the report is told. */
export const fewReports = 3

/** Zwischenbericht of one region over a span: counts and what groups said they need, no person and no group by name. */
export type InterimReport = {
  readonly reports: number
  readonly groups: number
  readonly participants: number
  readonly presented: number
  readonly ready: number
  readonly needs: readonly Said[]
  readonly signals: readonly Said[]
  /** reports that may not be used yet, or not at all */
  readonly leftOut: number
  readonly isFew: boolean
}
export type Said = { readonly text: string; readonly count: number }

/**
 * Compiled from approved reports on visits (domain.md 1.4): the group has agreed, the minutes are closed, and they were
 * approved or passed on to Land or Bund. Signals of other meetings of the team stand beside them.
 */
export function interimReport(
  visits: readonly Placed<VisitEntry>[],
  warnings: readonly Placed<EarlyWarningEntry>[],
  within: { readonly from: string; readonly to: string },
  isAssociation: VisitFacts['isAssociation'],
): InterimReport {
  const isWithin = (day: string | null): boolean => day !== null && day >= within.from && day <= within.to
  const all = visits.filter(({ source, date }) => source === 'report' && isWithin(date))
  const used = all.filter(entry => isApproved(entry, isAssociation))
  const usedIds = new Set(used.map(({ documentId }) => documentId))
  const signals = warnings.filter(
    ({ isVisit, documentId, meeting }) => isWithin(meeting.date) && (!isVisit || usedIds.has(documentId)),
  )
  return {
    reports: used.length,
    groups: new Set(used.flatMap(({ group }) => (group === null ? [] : [group.trim().toLowerCase()]))).size,
    participants: used.reduce((sum, { participantCount }) => sum + (participantCount ?? 0), 0),
    presented: used.filter(({ projectPresented }) => projectPresented === true).length,
    ready: used.filter(({ partnershipReadiness }) => partnershipReadiness === true).length,
    needs: said(used.flatMap(({ needs }) => needs)),
    signals: said(signals.map(({ signal }) => signal)),
    leftOut: all.length - used.length,
    isFew: used.length > 0 && used.length < fewReports,
  }
}

const isApproved = (entry: VisitEntry, isAssociation: VisitFacts['isAssociation']): boolean =>
  entry.consent === true &&
  entry.state !== 'laufend' &&
  (entry.state === 'genehmigt' || entry.state === 'berichtigt' || isForwarded(entry, isAssociation))

/** The same words once, with how often; the most frequent first. */
function said(texts: readonly string[]): Said[] {
  const counts = new Map<string, Said>()
  for (const text of texts) {
    const key = text.trim().toLowerCase()
    const known = counts.get(key)
    counts.set(key, { text: known?.text ?? text.trim(), count: (known?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.text.localeCompare(b.text, 'de'))
}
