import { minutesPayloadSchema } from '#shared/kinds/minutes/payload.ts'

/**
 * Rows in the form of fixture `a.ledger`. `ops`: which op asked for each. Throws where something beyond the fixture's
 * fields is not what it has to be: the day, the hash of what is signed, and who signs.
 */
export function ledgerFixture(
  rows: readonly { readonly seq: number; readonly payload?: unknown }[],
  ops: readonly string[],
): object[] {
  return rows.map(({ seq, payload: given }, index) => {
    const { on, ...payload } = minutesPayloadSchema.parse(given)
    if (on !== '2026-03-14') throw new Error(`Row ${seq} is of ${on}`)
    const op = ops[index]
    if (payload.kind !== 'meetingClosed') return { seq, op, ...payload }
    const { contentHash, signers, ...closed } = payload
    const isWhole =
      /^[0-9a-f]{64}$/.test(contentHash) && signers.join() === 'sitzungsleitung,protokollfuehrung'
    if (!isWhole) throw new Error(`Row ${seq} cannot be signed`)
    return { seq, op, ...closed }
  })
}
