import { paragraphTexts } from '#shared/document/prose.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { itemOf, meetingOf, namedIn } from './common.ts'
import type { DecisionEntry, Placed } from './entry.ts'

/** Every decision and election whose count is confirmed, in the order of the votes (domain.md 2.5, Beschlussregister). */
export function decisionEntries(value: MinutesDraft, record: MinutesRecord): DecisionEntry[] {
  const meeting = meetingOf(value)
  const decisions = record.decisions.map((row): { at: string; entry: DecisionEntry } => {
    const own = value.decisions.find(({ id }) => id === row.decisionId)
    const frozen = record.frozen.findLast(({ decisionId }) => decisionId === row.decisionId)
    return {
      at: row.at,
      entry: {
        register: 'decision',
        form: 'decision',
        path: `decisions/${row.decisionId}`,
        meeting,
        id: row.decisionId,
        number: row.register ?? null,
        subject: own?.subject ?? '',
        wording: frozen?.wording ?? paragraphTexts(own?.wording ?? []).join('\n'),
        isFrozen: frozen !== undefined,
        result: row.result,
        votes: row.votes,
        elected: [],
        item: itemOf(value, own?.agendaItemId ?? null),
        supersededBy: supersededBy(record, row.decisionId),
      },
    }
  })
  const elections = record.elections.map((row): { at: string; entry: DecisionEntry } => {
    const own = value.elections.find(({ id }) => id === row.electionId)
    const elected = row.elected.map(candidateId => {
      const candidate = own?.candidates.find(({ id }) => id === candidateId)
      const named = namedIn(value, candidate?.person ?? null)
      return {
        ...named,
        name: named.name ?? candidate?.name ?? null,
        accepted: row.accepted?.[candidateId] ?? null,
      }
    })
    return {
      at: row.at,
      entry: {
        register: 'decision',
        form: 'election',
        path: `elections/${row.electionId}`,
        meeting,
        id: row.electionId,
        number: row.register ?? null,
        subject: own?.office ?? '',
        wording: '',
        isFrozen: true,
        result: row.elected.length > 0 ? 'angenommen' : 'abgelehnt',
        votes: null,
        elected,
        item: itemOf(value, own?.agendaItemId ?? null),
        supersededBy: null,
      },
    }
  })
  return [...decisions, ...elections].sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ entry }) => entry)
}

function supersededBy({ superseded }: MinutesRecord, decisionId: string): DecisionEntry['supersededBy'] {
  const row = superseded.findLast(own => own.decisionId === decisionId)
  return row
    ? { documentId: row.documentId, path: `decisions/${row.byDecision}`, number: row.register }
    : null
}

/** `superseded`: another decision has taken its place. `advice`: nobody is bound by it. */
export type Standing = 'valid' | 'superseded' | 'rejected' | 'advice'
export type Registered = Placed<DecisionEntry> & { readonly standing: Standing }

/** The register: the latest meeting first, within it in the order of the numbers. */
export const decisionRegister = (entries: readonly Placed<DecisionEntry>[]): Registered[] =>
  entries.map(entry => ({ ...entry, standing: standingOf(entry) })).sort(byMeeting)

function standingOf({ result, form, supersededBy: by }: DecisionEntry): Standing {
  if (result === 'abgelehnt') return 'rejected'
  if (by !== null) return 'superseded'
  return result === null && form === 'decision' ? 'advice' : 'valid'
}

const byMeeting = (a: Placed<DecisionEntry>, b: Placed<DecisionEntry>): number =>
  (b.meeting.date ?? '').localeCompare(a.meeting.date ?? '') ||
  a.documentId.localeCompare(b.documentId) ||
  (a.number ?? '').localeCompare(b.number ?? '', 'de', { numeric: true })
