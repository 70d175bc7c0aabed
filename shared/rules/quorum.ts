import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { eligibleAt } from './attendance.ts'

export type Quorum = {
  /** how many are entitled to vote at all: the rule's „of“, else the rows entitled to vote */
  eligible: number
  /** E(t): how many of them take part at the time */
  present: number
  /** how many have to take part; 0 without a rule, for the law knows none (domain.md 2.2) */
  needed: number
  quorate: boolean
}

/** Who could decide at `time` („HH:MM“). */
export function quorum(
  value: { readonly quorum: Pick<MinutesDraft['quorum'], 'rule'> } & Pick<MinutesDraft, 'attendance'>,
  time: string,
): Quorum {
  const { rule } = value.quorum
  const entitled = value.attendance.filter(row => row.voting === 'stimmberechtigt').length
  const eligible = (rule && rule.type !== 'keine' ? rule.of : undefined) ?? entitled
  const present = eligibleAt(value.attendance, time).length
  const needed = neededOf(rule, eligible)
  return { eligible, present, needed, quorate: present >= needed }
}

function neededOf(rule: MinutesDraft['quorum']['rule'], eligible: number): number {
  if (rule?.type === 'mindestzahl') return rule.min
  // A share that binary fractions make a hair too large (64.4 % of 250) must not ask for one person more.
  if (rule?.type === 'anteil') return Math.ceil((rule.percent * eligible) / 100 - 1e-9)
  return 0
}
