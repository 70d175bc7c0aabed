import type { MajorityRule, Votes } from '#shared/kinds/minutes/schema.ts'

/** What has been counted, and what the vote is measured by. */
export type Ballot = {
  /** `null` where nobody counts: `konsent`, `empfehlung` */
  readonly votes: Votes | null
  /** E(votedAt): how many entitled to vote took part */
  readonly eligiblePresent: number
  /** how many objections are noted; `null` while nobody has asked */
  readonly objections?: number | null
  /** Setting of `einstimmig`: an abstention breaks unanimity. The table leaves it to the group. */
  readonly abstentionsBreakUnanimity?: boolean
}

export type VoteResult = 'angenommen' | 'abgelehnt'

/**
 * The result that follows from rule and votes (domain.md 2.3); nobody can announce another (V04).
 * `null`: no result follows – an `empfehlung` has none, and without its count or question the others have none yet.
 */
export function voteResult(rule: MajorityRule, ballot: Ballot): VoteResult | null {
  if (rule === 'empfehlung') return null
  if (rule === 'konsent') {
    const { objections = null } = ballot
    return objections === null ? null : resultOf(objections === 0)
  }
  return ballot.votes === null ? null : resultOf(isAccepted[rule](ballot.votes, ballot))
}

const resultOf = (accepted: boolean): VoteResult => (accepted ? 'angenommen' : 'abgelehnt')

type CountedRule = Exclude<MajorityRule, 'konsent' | 'empfehlung'>

/** One row of the table of domain.md 2.3 each; fractions in whole numbers, so that no rounding decides. */
const isAccepted: Readonly<Record<CountedRule, (votes: Votes, ballot: Ballot) => boolean>> = {
  // Abstentions and invalid votes do not count; a tie is a rejection (BGHZ 83, 35).
  einfach: ({ yes, no }) => yes > no,
  // An abstention acts like a No.
  absolut_anwesende: ({ yes }, { eligiblePresent }) => 2 * yes > eligiblePresent,
  // Where nobody has said yes nothing is accepted: ⅔ of no votes at all would be reached by none.
  zweidrittel: ({ yes, no }) => yes > 0 && 3 * yes >= 2 * (yes + no),
  dreiviertel: ({ yes, no }) => yes > 0 && 4 * yes >= 3 * (yes + no),
  einstimmig: ({ yes, no, abstain }, { abstentionsBreakUnanimity = false }) =>
    yes > 0 && no === 0 && !(abstentionsBreakUnanimity && abstain > 0),
}

/** How many votes were cast, whatever they say. */
export const votesCast = ({ yes, no, abstain, invalid }: Votes): number => yes + no + abstain + invalid

/** Whether as many said yes as no: shown as „Stimmengleichheit“. */
export const isTie = ({ yes, no }: Votes): boolean => yes === no && yes > 0
