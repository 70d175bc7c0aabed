import type { MinutesRecord } from './record.ts'
import type { MinutesDraft } from './schema.ts'

/**
 * State of a decision (domain.md 2.2): `abgestimmt` once its count is confirmed, `aufgehoben` once another decision
 * that was accepted supersedes it. It follows from both sides and is stored nowhere.
 */
export type DecisionState = 'entwurf' | 'abgestimmt' | 'aufgehoben'

export function decisionState(
  decisionId: string,
  draft: Pick<MinutesDraft, 'decisions'>,
  record: Pick<MinutesRecord, 'decisions'>,
): DecisionState {
  const recorded = record.decisions.find(row => row.decisionId === decisionId)
  if (!recorded) return 'entwurf'
  const names = [decisionId, recorded.register]
  const isSuperseded = draft.decisions.some(
    ({ id, supersedes }) =>
      supersedes !== null &&
      names.includes(supersedes) &&
      record.decisions.some(row => row.decisionId === id && row.result === 'angenommen'),
  )
  return isSuperseded ? 'aufgehoben' : 'abgestimmt'
}
