import { type FormEvent, useId, useState } from 'react'
import { Link } from 'wouter'
import { errorText } from '#client/i18n/errorText.ts'
import { isoDay, joined, plainDay } from '#client/i18n/format.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { useLoaded } from '#client/lib/useLoaded.ts'
import { randomUuid } from '#client/lib/uuid.ts'
import { announce } from '#client/ui/announce.ts'
import { cx } from '#client/ui/cx.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { formWord } from '#client/ui/formWord.ts'
import f from '#client/ui/SlipForm.module.css'
import type { Space } from '#shared/api/contract.ts'
import type { RegisteredFeedback } from '#shared/api/registers.ts'
import { Answer } from './Answer.tsx'
import { nameOf } from './people.ts'
import s from './Registers.module.css'
import { fits, RegisterTable, type Row, Shown } from './RegisterTable.tsx'
import { sourceOf } from './source.ts'
import { useWords, word } from './words.ts'

/** Rückmeldungen: reports that nobody has passed on for 30 days, and the form to say that one was. */
export function Feedback({ space, query }: { readonly space: Space; readonly query: string }) {
  const t = useWords()
  const answer = useLoaded(() => rpc.registers.feedback({ spaceId: space.id }), `feedback ${space.id}`)
  const [, reload] = answer
  return (
    <Answer of={answer}>
      {reports => {
        if (reports.length === 0) return <p className={s.empty}>{t('feedback.empty')}</p>
        const rows = reports.map(report => rowOf(report, reload))
        const found = rows.filter(row => fits(row, query))
        return (
          <>
            <Shown shown={found.length} total={rows.length} query={query} />
            {found.length > 0 ? (
              <RegisterTable
                caption={t('name.feedback')}
                look={s.feedback}
                columns={[t('feedback.visit'), t('feedback.who'), t('feedback.since'), t('feedback.state')]}
                rows={found}
              />
            ) : null}
          </>
        )
      }}
    </Answer>
  )
}

function rowOf(report: RegisteredFeedback, onNoted: () => void): Row {
  const { group, date, visitors, days, hindrance } = report
  const day = date === null ? '' : plainDay(date)
  const visit = group === null ? word('duties.visitNoGroup', { day }) : word('duties.visitTo', { group, day })
  const who = joined(visitors.map(nameOf))
  return {
    id: report.documentId,
    words: [visit, who, report.regionName],
    cells: [
      <>
        <Link href={sourceOf(report.documentId, report.path)} className={s.main}>
          {visit}
        </Link>
        <small>{report.regionName}</small>
      </>,
      who,
      <span key="days" className="lining">
        {word('feedback.days', { days })}
      </span>,
      <>
        {hindrance === null ? word('feedback.null') : word(`feedback.${hindrance}`)}
        {report.mayNote ? <Note report={report} visit={visit} onNoted={onNoted} /> : null}
      </>,
    ],
  }
}

type State = { state: 'resting' } | { state: 'asking'; why: string | null } | { state: 'sending' }

/** To whom and when it was passed on; closed minutes take no more writing, so this is kept beside them. */
function Note(props: {
  readonly report: RegisteredFeedback
  readonly visit: string
  readonly onNoted: () => void
}) {
  const t = useWords()
  const formId = useId()
  const [now, setNow] = useState<State>({ state: 'resting' })
  // its final id: sent twice, it is noted once
  const [id] = useState(randomUuid)
  const [on, setOn] = useState(() => isoDay(new Date()))
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const to = formWord(form, 'to')
    setNow({ state: 'sending' })
    try {
      await rpc.registers.noteForwarded({
        documentId: props.report.documentId,
        id,
        to,
        on,
      })
      announce(t('feedback.done', { to }))
      props.onNoted()
    } catch (error) {
      setNow({ state: 'asking', why: errorText(asAppError(error)) })
    }
  }
  if (now.state === 'resting')
    return (
      <button
        type="button"
        className="do small noprint"
        aria-label={t('feedback.noteFor', { visit: props.visit })}
        onClick={() => setNow({ state: 'asking', why: null })}
      >
        {t('feedback.note')}
      </button>
    )
  return (
    <form
      id={formId}
      className={cx(f.form, s.note, 'noprint')}
      aria-label={t('feedback.noteFor', { visit: props.visit })}
      onSubmit={event => void send(event)}
    >
      <label>
        <span className="note soft">{t('feedback.to')}</span>
        <input
          name="to"
          required
          maxLength={200}
          autoComplete="off"
          autoFocus
          placeholder={t('feedback.toExample')}
        />
      </label>
      <DateField
        label={t('feedback.on')}
        path="forwarding/on"
        value={on}
        format={plainDay}
        write={day => {
          setOn(day ?? on)
          return { value: day ?? on }
        }}
      />
      {now.state === 'asking' && now.why ? (
        <p className={f.problem} role="alert">
          {now.why}
        </p>
      ) : null}
      <p className="dos">
        <button type="submit" className="do main" disabled={now.state === 'sending'}>
          {t('feedback.do')}
        </button>
        <button type="button" className="do" onClick={() => setNow({ state: 'resting' })}>
          {t('feedback.cancel')}
        </button>
      </p>
    </form>
  )
}
