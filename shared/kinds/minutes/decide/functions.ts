import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'

type Named = {
  readonly value: { readonly header: Pick<MinutesDraft['header'], 'chair' | 'minuteTakers'> }
  /** person id */
  readonly by: string
  /** whether a person may write in the space, and so command at all */
  readonly isWriter: (personId: string) => boolean
}

/**
 * Functions named in the document gate the commands (ARCHITECTURE 8, domain.md 1.6). Where nobody is named, whoever
 * may write here has the function: a small group without a chair decides, too. A chair who is a guest without an
 * account (scenarios.md c.7) cannot command anything: the minute taker does it for them.
 */
export function isChair(named: Named): boolean {
  const { chair } = named.value.header
  return chair === null || chair === named.by || (!named.isWriter(chair) && isMinuteTaker(named))
}

export const isMinuteTaker = ({ value: { header }, by }: Pick<Named, 'value' | 'by'>): boolean =>
  header.minuteTakers.length === 0 || header.minuteTakers.includes(by)
