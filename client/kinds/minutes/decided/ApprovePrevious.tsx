import { useEffect, useState } from 'react'
import { askServer } from '#client/document/commands.ts'
import { errorText } from '#client/i18n/errorText.ts'
import { plainDay } from '#client/i18n/format.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { recordOfRows } from '#client/kinds/minutes/useRecord.ts'
import { rpc } from '#client/lib/rpc.ts'
import { useStore } from '#client/lib/store.ts'
import { useLoaded } from '#client/lib/useLoaded.ts'
import { randomUuid } from '#client/lib/uuid.ts'
import { announce } from '#client/ui/announce.ts'
import { AppError } from '#shared/errors.ts'
import type { DocumentId } from '#shared/ids.ts'
import { commandIdSchema } from '#shared/ledger/row.ts'
import { Answer } from './Answer.tsx'
import s from './Decided.module.css'
import { InPlace, useInPlace } from './InPlace.tsx'
import { Sure } from './Sure.tsx'
import type { CommandState } from './useCommand.ts'
import { useFunctions } from './useFunctions.ts'
import { useWords } from './words.ts'

/**
 * The previous minutes, approved from the sheet of the meeting that approves them (V17). It is decided about another
 * document than the one that is open, so it needs the server; without a connection it is not offered.
 */
export function ApprovePrevious({ previous }: { readonly previous: DocumentId }) {
  const w = useWords()
  const { session } = useMinutes()
  const { isChair } = useFunctions()
  const isOnline = useStore(session.connection).state === 'online'
  const [known, look] = useLoaded(
    () => rpc.ledger.feed({ documentId: previous, after: 0 }),
    `rows ${previous}`,
  )
  // the sheet's line may come back without the browser having missed the network
  useEffect(() => {
    if (isOnline) look()
  }, [isOnline, look])
  const [now, setNow] = useState<CommandState>({ state: 'resting' })
  const place = useInPlace()
  // whoever may not read them, or has no connection, is offered nothing
  if (known.state !== 'ready') return null
  const { sending, approval } = recordOfRows(known.value.rows)
  if (approval) return <p className={s.soft}>{w('approve.is', { day: plainDay(approval.on) })}</p>
  if (!sending || !isChair || !isOnline) return null
  const approve = async () => {
    setNow({ state: 'sending' })
    const name = 'approve'
    const commandId = commandIdSchema.parse(randomUuid())
    const input = { approvedIn: session.info.id }
    const answer = await askServer('minutes', { commandId, document: previous, name, input, madeAt: null })
    if (answer.outcome === 'unreachable')
      return setNow({ state: 'failed', why: errorText(new AppError('unavailable')) })
    setNow(answer.outcome === 'done' ? { state: 'resting' } : { ...answer, state: 'refused', name })
    place.close()
    if (answer.outcome === 'done') announce(w('approve.done'))
    look()
  }
  return (
    <div className={s.commands} data-path="formalia/approvePrevious">
      <InPlace place={place} opens={w('approve.previous')}>
        <Sure
          label={w('approve.previous')}
          says={w('approve.previousSure')}
          does={w('approve.run')}
          isSending={now.state === 'sending'}
          onDo={() => void approve()}
          onCancel={place.close}
        />
      </InPlace>
      <Answer now={now} />
    </div>
  )
}
