import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { meetingOf, namedIn } from './common.ts'
import type { VisitEntry } from './entry.ts'

/** The visit of which the minutes are the report, or the visits in the table of a regional team (domain.md 1.4, 2.1). */
export function visitEntries(value: MinutesDraft, { state }: Pick<MinutesRecord, 'state'>): VisitEntry[] {
  const { header, visit, regionTeam } = value
  const meeting = meetingOf(value)
  if (header.meetingKind === 'gruppenbesuch')
    return [
      {
        register: 'visit',
        source: 'report',
        path: 'visit/visitedGroup',
        meeting,
        date: header.date,
        group: visit.visitedGroup,
        visitors: [...new Set(visit.visitors)].map(id => namedIn(value, id)),
        state,
        consent: visit.groupConsent,
        forwarded: visit.forwarded.map(({ to, on }) => ({ to, on })),
        participantCount: visit.participantCount,
        projectPresented: visit.projectPresented,
        partnershipReadiness: visit.partnershipReadiness,
        needs: visit.needs.map(({ need }) => need).filter(need => need !== ''),
        report: null,
      },
    ]
  if (header.meetingKind !== 'regionalteam') return []
  return regionTeam.visits
    .filter(({ person }) => person !== null)
    .map(row => ({
      register: 'visit',
      source: 'table',
      path: `regionTeam/visits/${row.id}`,
      meeting,
      date: row.date,
      group: row.group || null,
      visitors: [namedIn(value, row.person)],
      state,
      consent: null,
      forwarded: [],
      participantCount: null,
      projectPresented: null,
      partnershipReadiness: null,
      needs: [],
      report: row.report,
    }))
}
