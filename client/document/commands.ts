import { z } from 'zod'
import { asAppError, callByPath } from '#client/lib/rpc.ts'
import type { DocumentId } from '#shared/ids.ts'
import { type CommandId, ledgerRowSchema } from '#shared/ledger/row.ts'

/** A server that has not answered after so long, in ms, is not reached: the command becomes an intention. */
const answerWithin = 12_000

export type Command = {
  readonly commandId: CommandId
  readonly document: DocumentId
  readonly name: string
  readonly input: unknown
  /** ms since 1970 by the server's clock; `null`: made now */
  readonly madeAt: number | null
}

const answerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), rows: z.array(ledgerRowSchema) }),
  z.object({
    outcome: z.literal('refused'),
    /** of the kind's list (`refusalReasonSchema`), or an error code where the server does not listen to this person */
    reason: z.string(),
    fields: z.record(z.string(), z.union([z.string(), z.number()])),
    rows: z.array(ledgerRowSchema),
  }),
])
/** What the server made of a command. */
export type Answered = z.infer<typeof answerSchema>
export type Asked = Answered | { readonly outcome: 'unreachable' }

/** Sends a command to the endpoint of its kind. `unreachable`: it is not known whether it was carried out. */
export async function askServer(kind: string, command: Command): Promise<Asked> {
  const { commandId, document: documentId, name, input, madeAt } = command
  try {
    const signal = AbortSignal.timeout(answerWithin)
    const answer = await callByPath([kind, name], { commandId, documentId, madeAt, input }, signal)
    return answerSchema.parse(answer)
  } catch (error) {
    const { code, fields } = asAppError(error)
    // who is signed out signs in again, who asked too much asks later: neither is an answer to the command
    if (code === 'unavailable' || code === 'signedOut' || code === 'tooMany')
      return { outcome: 'unreachable' }
    return { outcome: 'refused', reason: code, fields, rows: [] }
  }
}

/** What ends the writing of a document waits for what was commanded before it. */
export const endsWriting = (name: string): boolean => name === 'closeMeeting'
