import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import type { MajorityRule, MinutesDraft, Votes } from '#shared/kinds/minutes/schema.ts'

/** A motion or a candidate on which people vote: what the counters propose, and what was confirmed. */
export type Voting = {
  /** `['decisions', id]` or `['elections', id, 'candidates', candidateId]` */
  readonly path: readonly string[]
  readonly agendaItemId: string | null
  readonly excludedPersons: readonly string[]
  readonly tallyProposals: Readonly<Record<string, Votes>>
  readonly confirmed: {
    readonly votes: Votes | null
    readonly at: string
    readonly eligiblePresent: number
    readonly rule: MajorityRule
  } | null
}

/** All votings of minutes in the order of the draft; a confirmed one that the draft has lost comes last. */
export function votingsOf(value: MinutesDraft, record: MinutesRecord): Voting[] {
  return [...decisionVotings(value, record), ...electionVotings(value, record)]
}

function decisionVotings(value: MinutesDraft, record: MinutesRecord): Voting[] {
  const rows = new Map(record.decisions.map(row => [row.decisionId, row]))
  const drafted = value.decisions.map(({ id, agendaItemId, excludedPersons, tallyProposals }) => ({
    path: ['decisions', id],
    agendaItemId,
    excludedPersons,
    tallyProposals,
    confirmed: rows.get(id) ?? null,
  }))
  const present = new Set(value.decisions.map(({ id }) => id))
  const lost = record.decisions.filter(({ decisionId }) => !present.has(decisionId))
  return [
    ...drafted,
    ...lost.map(row => ({ ...nothingDrafted, path: ['decisions', row.decisionId], confirmed: row })),
  ]
}

function electionVotings(value: MinutesDraft, record: MinutesRecord): Voting[] {
  const drafted = value.elections.flatMap(({ id, agendaItemId, excludedPersons, candidates }) => {
    const row = record.elections.find(({ electionId }) => electionId === id)
    return candidates.map(candidate => {
      const votes = row?.candidates.find(({ candidateId }) => candidateId === candidate.id)?.votes
      return {
        path: ['elections', id, 'candidates', candidate.id],
        agendaItemId,
        excludedPersons,
        tallyProposals: candidate.tallyProposals,
        confirmed: row && votes ? { ...row, votes } : null,
      }
    })
  })
  const isDrafted = (electionId: string, candidateId: string) =>
    value.elections.some(
      ({ id, candidates }) => id === electionId && candidates.some(own => own.id === candidateId),
    )
  const lost = record.elections.flatMap(row =>
    row.candidates
      .filter(({ candidateId }) => !isDrafted(row.electionId, candidateId))
      .map(({ candidateId, votes }) => ({
        ...nothingDrafted,
        path: ['elections', row.electionId, 'candidates', candidateId],
        confirmed: { ...row, votes },
      })),
  )
  return [...drafted, ...lost]
}

const nothingDrafted = { agendaItemId: null, excludedPersons: [], tallyProposals: {} }
