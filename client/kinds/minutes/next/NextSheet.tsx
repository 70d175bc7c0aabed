import { type FormEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { errorText } from '#client/i18n/errorText.ts'
import { joined, longDay } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { wordFor } from '#client/kinds/minutes/options.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { randomToken } from '#client/lib/ids.ts'
import { asAppError } from '#client/lib/rpc.ts'
import { shortened } from '#client/lib/shortened.ts'
import { useStore } from '#client/lib/store.ts'
import { randomUuid } from '#client/lib/uuid.ts'
import { formWord } from '#client/ui/formWord.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import { type ProseInput, proseNodes } from '#shared/document/proseMaking.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { nextMeeting } from '#shared/kinds/minutes/nextMeeting.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { beginMinutes } from './beginMinutes.ts'
import { chosenContent } from './chosen.ts'
import s from './NextSheet.module.css'
import { nextNumber, nextTitle } from './nextName.ts'

type State = { state: 'choosing' } | { state: 'sending' } | { state: 'refused'; why: string }
type Prepared = {
  readonly id: DocumentId
  readonly title: string
  readonly number: string
  readonly content: MinutesContent
}

/** What the next minutes will begin with, and what of it somebody leaves out; then the sheet is made. */
export function NextSheet() {
  const t = useText()
  const w = useWords()
  const id = useId()
  const [, go] = useLocation()
  const { session, nameOf } = useMinutes()
  const isOnline = useStore(session.connection).state === 'online'
  // prepared once: ids stay while somebody chooses, and asking twice makes one sheet (ARCHITECTURE 4, Creation)
  const [prepared] = useState<Prepared>(() => {
    const { value } = minutes.project(session.doc)
    const title = nextTitle(value.header.title)
    const number = nextNumber(value.header.number)
    const options = { previousId: session.info.id, newId: randomToken, title, number }
    return {
      id: documentIdSchema.parse(randomUuid()),
      title,
      number,
      content: nextMeeting(value, options),
    }
  })
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const [now, setNow] = useState<State>({ state: 'choosing' })
  const { header, agenda = [], decisions = [], tasks = [], attendance = [] } = prepared.content
  const place = [header?.date ? longDay(header.date) : w('prepare.noDay'), header?.start, header?.place]

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const title = formWord(form, 'title') || prepared.title
    const number = formWord(form, 'number')
    setNow({ state: 'sending' })
    try {
      const content = chosenContent(prepared.content, out)
      await beginMinutes({
        id: prepared.id,
        spaceId: session.info.spaceId,
        title,
        content: { ...content, header: { ...content.header, title, number } },
      })
      go(`/blatt/${prepared.id}`)
    } catch (error) {
      setNow({ state: 'refused', why: errorText(asAppError(error)) })
    }
  }
  const tick = (thing: string, words: string, below: string) => (
    <label className={s.tick}>
      <input
        type="checkbox"
        checked={!out.has(thing)}
        onChange={({ currentTarget: { checked } }) => {
          const next = new Set(out)
          if (checked) next.delete(thing)
          else next.add(thing)
          setOut(next)
        }}
      />
      <span>
        {words}
        {below === '' ? null : <small>{below}</small>}
      </span>
    </label>
  )

  return (
    <form className={s.next} onSubmit={event => void submit(event)}>
      <p className={s.soft}>{w('prepare.what')}</p>
      <div className={s.field}>
        <label htmlFor={`${id}-title`}>{w('prepare.title')}</label>
        <input
          id={`${id}-title`}
          name="title"
          defaultValue={prepared.title}
          maxLength={300}
          required
          autoComplete="off"
        />
      </div>
      <div className={s.field}>
        <label htmlFor={`${id}-number`}>{t('header.number')}</label>
        <input
          id={`${id}-number`}
          name="number"
          defaultValue={prepared.number}
          maxLength={60}
          autoComplete="off"
        />
      </div>
      <p className={s.when}>
        {place.filter(Boolean).join(', ')}
        <small>{w('prepare.people', { count: attendance.length })}</small>
      </p>
      <fieldset>
        <legend>{t('agenda.title')}</legend>
        <ol>
          {agenda.map(item => (
            <li key={item.id}>
              {tick(item.id, item.title ?? '', wordFor('agendaType', item.type ?? 'information'))}
              {decisions
                .filter(({ agendaItemId }) => agendaItemId === item.id)
                .map(decision => (
                  <div key={decision.id} className={s.under}>
                    {tick(
                      decision.id,
                      decision.subject || wordsOf(decision.wording) || w('decision.unnamed'),
                      w('decision.head'),
                    )}
                  </div>
                ))}
            </li>
          ))}
        </ol>
      </fieldset>
      {tasks.length > 0 ? (
        <fieldset>
          <legend>{w('prepare.tasks', { count: tasks.length })}</legend>
          <ul>
            {tasks.map(task => (
              <li key={task.id}>
                {tick(
                  task.id,
                  task.what || t('tasks.unnamed'),
                  [
                    joined((task.who ?? []).map(nameOf)),
                    task.due ? t('tasks.until', { day: longDay(task.due) }) : '',
                  ]
                    .filter(Boolean)
                    .join(', '),
                )}
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
      {isOnline ? null : (
        <p className={s.look} role="status">
          {w('prepare.offline')}
        </p>
      )}
      <p className="dos">
        <button type="submit" className="do main" disabled={!isOnline || now.state === 'sending'}>
          {w(now.state === 'sending' ? 'prepare.sending' : 'prepare.make')}
        </button>
        {out.size > 0 ? (
          <button type="button" className="do" onClick={() => setOut(new Set())}>
            {w('prepare.allAgain')}
          </button>
        ) : null}
      </p>
      {now.state === 'refused' ? (
        <p className={s.problem} role="alert">
          {now.why}
        </p>
      ) : null}
    </form>
  )
}

/** The beginning of a wording, as much of it as tells motions apart. */
const wordsOf = (wording: ProseInput | undefined): string =>
  shortened(paragraphTexts(proseNodes(wording ?? [])).join(' '), 80)
