import { useId, useState } from 'react'
import { useField } from '#client/document/hooks.ts'
import { isoDay, plainDay } from '#client/i18n/format.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import s from './Decided.module.css'
import { Step } from './Step.tsx'
import { useFunctions } from './useFunctions.ts'
import { useWords } from './words.ts'

/** A fortnight, where the head of the minutes says no day. */
const usualDays = 14

/** Sent, and until when objections are possible; the objections, and how each was settled (domain.md 2.2). */
export function Sending() {
  const w = useWords()
  const id = useId()
  const { session, nameOf, now } = useMinutes()
  const { closing, signatures, sending, objections, approval } = useRecord()
  const { isChair, isMinuteTaker, mayCommand } = useFunctions()
  const wished = useField(session.handle.record('header'), 'objectionsUntil')
  const today = isoDay(now())
  const [until, setUntil] = useState<string | null>(null)
  const [text, setText] = useState('')
  if (!closing) return null
  const isSigned = closing.signers.every(role => signatures.some(own => own.role === role))
  const usual = isoDay(new Date(now().getTime() + usualDays * 86_400_000))
  const day = until ?? (wished !== null && wished >= today ? wished : usual)
  const isInTime = sending !== null && today <= sending.objectionsUntil
  return (
    <section className={s.part} aria-labelledby={`${id}-head`} data-path="sending">
      <h3 id={`${id}-head`}>{w('send.title')}</h3>
      {sending ? (
        <p>
          {w('send.sent', {
            day: plainDay(sending.on),
            name: nameOf(sending.by),
            until: plainDay(sending.objectionsUntil),
          })}
        </p>
      ) : isSigned ? null : (
        <p className={s.soft}>{w('send.first')}</p>
      )}
      {objections.length > 0 ? (
        <ul>
          {objections.map(objection => (
            <li key={objection.id ?? objection.text}>
              {objection.text}
              <p className={s.soft}>
                {w('objection.by', { name: nameOf(objection.author), day: plainDay(objection.on) })} ·{' '}
                {w(objection.settled ? 'objection.settled' : 'objection.open')}
              </p>
              {objection.settled || objection.id === undefined ? null : (
                <Settle
                  id={objection.id}
                  name={nameOf(objection.author)}
                  isOffered={isMinuteTaker || (mayCommand && objection.author === session.self)}
                />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <Step
        command="send"
        opens={w('send.do')}
        does={w('send.do')}
        done={w('send.done')}
        isOffered={isSigned && sending === null && (isChair || isMinuteTaker)}
        onSubmit={run => run('send', { objectionsUntil: day })}
      >
        <div>
          <label htmlFor={`${id}-until`}>{w('send.until')}</label>
          <input
            id={`${id}-until`}
            type="date"
            required
            autoFocus
            min={today}
            value={day}
            onChange={event => setUntil(event.currentTarget.value)}
          />
        </div>
      </Step>
      <Step
        command="raiseObjection"
        opens={w('objection.do')}
        does={w('objection.raise')}
        done={w('objection.done')}
        isOffered={mayCommand && isInTime && approval === null}
        onSubmit={async run => {
          const outcome = await run('raiseObjection', { text })
          if (outcome.outcome === 'done' || outcome.outcome === 'intended') setText('')
          return outcome
        }}
      >
        <div>
          <label htmlFor={`${id}-text`}>{w('objection.text')}</label>
          <textarea
            id={`${id}-text`}
            rows={3}
            required
            autoFocus
            maxLength={4_000}
            value={text}
            onChange={event => setText(event.currentTarget.value)}
          />
        </div>
      </Step>
    </section>
  )
}

function Settle(props: { readonly id: string; readonly name: string; readonly isOffered: boolean }) {
  const w = useWords()
  return (
    <Step
      command="settleObjection"
      opens={w('objection.settleOf', { name: props.name })}
      does={w('objection.settle')}
      done={w('objection.settled')}
      isOffered={props.isOffered}
      concerns={input =>
        typeof input === 'object' && input !== null && 'objection' in input && input.objection === props.id
      }
      onSubmit={run => run('settleObjection', { objection: props.id })}
    >
      {null}
    </Step>
  )
}
