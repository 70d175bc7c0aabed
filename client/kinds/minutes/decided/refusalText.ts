import { plainDay } from '#client/i18n/format.ts'
import { textIfKnown } from '#client/i18n/i18n.ts'
import { votesWords } from '#client/kinds/minutes/decision/tallyWords.ts'
import { word as minutesWord } from '#client/kinds/minutes/words.ts'
import type { RefusalFields } from '#client/offline/intentions.ts'
import { daySchema } from '#shared/document/values.ts'
import { minutesPayloadSchema } from '#shared/kinds/minutes/payload.ts'
import type { LedgerRow } from '#shared/ledger/row.ts'
import { word, wordIfKnown } from './words.ts'

export type Refusal = {
  /** of `refusalReasonSchema`, or an error code */
  readonly reason: string
  readonly fields: RefusalFields
  /** what stands in the way */
  readonly rows?: readonly Pick<LedgerRow, 'payload'>[]
}

/** Why a command was refused, in a plain sentence: what is the matter, what stands, what one can do. */
export function refusalText(refusal: Refusal, nameOf: (id: string) => string): string {
  const { reason, fields, rows = [] } = refusal
  const standing = reason === 'decidedBefore' ? standingTally(rows, nameOf) : null
  if (standing) return standing
  const words = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      daySchema.safeParse(value).success ? plainDay(String(value)) : value,
    ]),
  )
  // at the wrong time of day the list is right and says so many names that the number alone is a riddle
  if (reason === 'notQuorate' && fields.present === 0) return word('refused.nobodyThere')
  return (
    wordIfKnown(`refused.${reason}`, { count: 1, ...words }) ??
    textIfKnown(`errors.${reason}`) ??
    word('refused.unknown')
  )
}

/** Of two who confirm at once one wins: the other is told which count stands, and whose. */
function standingTally(
  rows: readonly Pick<LedgerRow, 'payload'>[],
  nameOf: (id: string) => string,
): string | null {
  for (const row of rows) {
    const payload = minutesPayloadSchema.safeParse(row.payload)
    if (!payload.success || payload.data.kind !== 'tallyConfirmed' || payload.data.votes === null) continue
    const { votes, result, by, at } = payload.data
    const said = result === null ? '–' : minutesWord(`result.${result}`)
    return word('refused.decidedBeforeBy', {
      votes: votesWords(votes),
      result: said,
      name: nameOf(by),
      time: at,
    })
  }
  return null
}
