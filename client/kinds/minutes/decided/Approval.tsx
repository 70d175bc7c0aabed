import { useId, useState } from 'react'
import { Link } from 'wouter'
import { useField } from '#client/document/hooks.ts'
import { plainDay } from '#client/i18n/format.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { useSpaceDocuments } from '#client/sheet/spaceDocuments.ts'
import { documentIdSchema } from '#shared/ids.ts'
import s from './Decided.module.css'
import { Step } from './Step.tsx'
import { useFunctions } from './useFunctions.ts'
import { useWords } from './words.ts'

/** Approved in a later meeting (V17), whose chair says so; and the way to its minutes. */
export function Approval() {
  const w = useWords()
  const id = useId()
  const { session } = useMinutes()
  const { sending, approval } = useRecord()
  const { mayCommand } = useFunctions()
  const date = useField(session.handle.record('header'), 'date')
  const [chosen, setChosen] = useState('')
  const later = useSpaceDocuments(session)
    .filter(card => card.kind === 'minutes' && card.date !== null && date !== null && card.date > date)
    .toSorted((left, right) => (left.date ?? '').localeCompare(right.date ?? ''))
  const [first] = later
  if (approval)
    return (
      <section className={s.part} data-path="approval">
        <p>
          {w('approve.is', { day: plainDay(approval.on) })}{' '}
          <Link href={`/blatt/${approval.approvedInMinutesId}`} className="do small noprint">
            {w('approve.where')}
          </Link>
        </p>
        <Gloss path="approval" />
      </section>
    )
  if (!sending || !mayCommand) return null
  return (
    <section className={s.part} data-path="approval">
      <Step
        command="approve"
        opens={w('approve.do')}
        does={w('approve.run')}
        done={w('approve.done')}
        isOffered
        onSubmit={run => {
          const approvedIn = documentIdSchema.safeParse(chosen || first?.id)
          return approvedIn.success ? run('approve', { approvedIn: approvedIn.data }) : null
        }}
      >
        <p className={s.soft}>{w('approve.hint')}</p>
        {first ? (
          <div>
            <label htmlFor={`${id}-in`}>{w('approve.in')}</label>
            <select
              id={`${id}-in`}
              autoFocus
              value={chosen || first.id}
              onChange={event => setChosen(event.currentTarget.value)}
            >
              {later.map(card => (
                <option key={card.id} value={card.id}>
                  {card.date === null ? card.title : `${card.title}, ${plainDay(card.date)}`}
                </option>
              ))}
            </select>
          </div>
        ) : (
          <p className={s.seen}>{w('approve.none')}</p>
        )}
      </Step>
    </section>
  )
}
