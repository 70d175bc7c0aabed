import { useId, useState } from 'react'
import { joined, plainDay } from '#client/i18n/format.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { cx } from '#client/ui/cx.ts'
import s from './Decided.module.css'
import { Step } from './Step.tsx'
import { useWords } from './words.ts'

/** Berichtigungsvermerke: dated notes that all who signed the minutes sign, too, never a silent edit (domain.md 2.2). */
export function Corrections() {
  const w = useWords()
  const id = useId()
  const { session, nameOf } = useMinutes()
  const { closing, corrections, signatures } = useRecord()
  const [text, setText] = useState('')
  if (!closing) return null
  const signers = signatures.map(({ person }) => person)
  const isSigned = closing.signers.every(role => signatures.some(own => own.role === role))
  const isSigner = signers.includes(session.self)
  if (corrections.length === 0 && !(isSigned && isSigner)) return null
  return (
    <section
      className={cx(s.part, corrections.length === 0 && 'noprint')}
      aria-labelledby={`${id}-head`}
      data-path="corrections"
    >
      <h3 id={`${id}-head`}>{w('correct.title')}</h3>
      {corrections.length > 0 ? (
        <ul>
          {corrections.map(({ id: correction, on, text: words, signedBy }) => {
            const missing = signers.filter(person => !signedBy.includes(person))
            return (
              <li key={correction ?? words}>
                {words}
                <p className={s.soft}>
                  {[
                    w('correct.of', { day: plainDay(on) }),
                    w('correct.signed', { names: joined(signedBy.map(nameOf)) }),
                    missing.length > 0 ? w('correct.missing', { names: joined(missing.map(nameOf)) }) : '',
                  ]
                    .filter(Boolean)
                    .join(' ')}
                </p>
                {correction === undefined ? null : (
                  <Step
                    command="signCorrection"
                    opens={w('correct.sign')}
                    does={w('correct.sign')}
                    done={w('sign.ended')}
                    isOffered={isSigner && missing.includes(session.self)}
                    concerns={input =>
                      typeof input === 'object' &&
                      input !== null &&
                      'correction' in input &&
                      input.correction === correction
                    }
                    onSubmit={run => run('signCorrection', { correction })}
                  >
                    {null}
                  </Step>
                )}
              </li>
            )
          })}
        </ul>
      ) : null}
      <Step
        command="noteCorrection"
        opens={w('correct.do')}
        does={w('correct.run')}
        done={w('correct.done')}
        isOffered={isSigned && isSigner}
        onSubmit={async run => {
          const outcome = await run('noteCorrection', { text })
          if (outcome.outcome === 'done' || outcome.outcome === 'intended') setText('')
          return outcome
        }}
      >
        <p className={s.soft}>{w('correct.hint')}</p>
        <div>
          <label htmlFor={`${id}-text`}>{w('correct.text')}</label>
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
