import { useField } from '#client/document/hooks.ts'
import { joined, plainDay } from '#client/i18n/format.ts'
import { part } from '#client/lib/part.ts'
import { Later } from '#client/ui/Later.tsx'
import { traitsOf } from '#shared/kinds/minutes/meetingKinds.ts'
import s from './Lists.module.css'
import { useMinutes } from './useMinutes.ts'
import { useRecord } from './useRecord.ts'
import { useWords } from './words.ts'

const Afterwards = part(async () => (await import('./decided/Afterwards.tsx')).Afterwards)

/** Of closed minutes what followed: numbers, signatures, objections. Before that, on paper, lines to sign by hand. */
export function Signatures() {
  const { closing } = useRecord()
  if (!closing) return <Lines />
  return (
    <Later>
      <Afterwards />
    </Later>
  )
}

/** On paper only: day, lines to sign by hand, and until when objections are possible. Signing itself is no field of the draft. */
function Lines() {
  const w = useWords()
  const { session, nameOf } = useMinutes()
  const header = session.handle.record('header')
  const date = useField(header, 'date')
  const chair = useField(header, 'chair')
  const takers = useField(header, 'minuteTakers')
  const until = useField(header, 'objectionsUntil')
  const { hasChair } = traitsOf(useField(header, 'meetingKind'))
  return (
    <div className={s.sign}>
      <div className={s.lines}>
        {hasChair ? (
          <div>
            <small>{w('sign.chair')}</small>
            {chair === null ? ' ' : nameOf(chair)}
          </div>
        ) : null}
        <div>
          <small>{w('sign.minuteTaker')}</small>
          {takers.length === 0 ? ' ' : joined(takers.map(nameOf))}
        </div>
      </div>
      <p className={s.foot}>
        {[
          date === null ? null : w('sign.minutesOf', { day: plainDay(date) }),
          until === null ? null : w('sign.objections', { day: plainDay(until) }),
        ]
          .filter(line => line !== null)
          .join(' ')}
      </p>
    </div>
  )
}
