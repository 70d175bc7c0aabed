import { useState } from 'react'
import type { z } from 'zod'
import { errorText } from '#client/i18n/errorText.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { asAppError } from '#client/lib/rpc.ts'
import type { MinutesCommandName, minutesCommandSchemas } from '#shared/kinds/minutes/commands.ts'
import type { LedgerRow } from '#shared/ledger/row.ts'
import type { Refusal } from './refusalText.ts'

export type CommandState =
  | { readonly state: 'resting' }
  | { readonly state: 'sending' }
  | ({ readonly state: 'refused'; readonly name: MinutesCommandName } & Refusal)
  /** neither the server nor the device took it */
  | { readonly state: 'failed'; readonly why: string }

type Outcome =
  | { readonly outcome: 'done'; readonly rows: readonly LedgerRow[] }
  | { readonly outcome: 'refused' | 'intended' | 'failed' }

/** Has something decided from one place of the sheet, and says there how it went. */
export function useCommand() {
  const { session } = useMinutes()
  const [now, setNow] = useState<CommandState>({ state: 'resting' })
  const run = async <N extends MinutesCommandName>(
    name: N,
    input: z.input<(typeof minutesCommandSchemas)[N]>,
  ): Promise<Outcome> => {
    setNow({ state: 'sending' })
    try {
      const answer = await session.command(name, input)
      if (answer.outcome === 'refused') {
        const { reason, fields, rows } = answer
        setNow({ state: 'refused', name, reason, fields, rows })
      } else setNow({ state: 'resting' })
      return answer
    } catch (error) {
      setNow({ state: 'failed', why: errorText(asAppError(error)) })
      return { outcome: 'failed' }
    }
  }
  return { now, rest: () => setNow({ state: 'resting' }), run }
}
