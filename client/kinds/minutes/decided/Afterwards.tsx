import { plainDay } from '#client/i18n/format.ts'
import { useDecisionWord } from '#client/kinds/minutes/decision/useDecisionOptions.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { word as minutesWord } from '#client/kinds/minutes/words.ts'
import { Approval } from './Approval.tsx'
import { Corrections } from './Corrections.tsx'
import s from './Decided.module.css'
import { MadeEarlier } from './MadeEarlier.tsx'
import { Sending } from './Sending.tsx'
import { SignatureList } from './SignatureList.tsx'
import { Superseding } from './Superseding.tsx'
import { useWords } from './words.ts'

/** What follows a closed meeting: numbers, signatures, sending and objections, approval, corrections (domain.md 2.2). */
export function Afterwards() {
  const w = useWords()
  const { session, nameOf } = useMinutes()
  const record = useRecord()
  const wordOf = useDecisionWord()
  const { closing } = record
  if (!closing) return null
  const electionWord = (id: string) => session.handle.list('elections').get(id)?.get('office') || id
  const numbered = [
    ...record.decisions.map(row => ({
      register: row.register,
      what: wordOf(row.decisionId),
      result: row.result === null ? '' : minutesWord(`result.${row.result}`),
    })),
    ...record.elections.map(row => ({
      register: row.register,
      what: electionWord(row.electionId),
      result: minutesWord(row.elected.length > 0 ? 'tally.elected' : 'tally.notElected'),
    })),
  ]
    .filter(row => row.register !== undefined)
    .toSorted((left, right) => (left.register ?? '').localeCompare(right.register ?? ''))
  return (
    <section className="item" id="closing" aria-labelledby="closing-head" data-path="closing" tabIndex={-1}>
      <h2 id="closing-head">{w('after.title')}</h2>
      <p className={s.soft}>
        {w('after.closed', {
          day: plainDay(closing.on),
          time: closing.at,
          name: nameOf(closing.by),
        })}
      </p>
      <MadeEarlier of={({ kind }) => kind === 'meetingClosed'} />
      <section className={s.part} aria-labelledby="registers-head">
        <h3 id="registers-head">{w('after.registers')}</h3>
        {numbered.length === 0 ? <p>{w('after.noRegister')}</p> : null}
        <ul>
          {numbered.map(({ register = '', what, result }) => (
            <li key={register} className={s.lining}>
              {result === ''
                ? `${register}: ${what}`
                : w('after.registerOf', { number: register, what, result })}
            </li>
          ))}
        </ul>
      </section>
      <SignatureList />
      <Sending />
      <Approval />
      <Corrections />
      <Superseding />
    </section>
  )
}
