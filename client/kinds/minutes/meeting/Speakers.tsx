import { useState } from 'react'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { usePicked } from '#client/kinds/minutes/usePicked.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { PersonMark } from '#client/ui/PersonMark.tsx'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { speakerOrder, speechMs } from '#shared/rules/live.ts'
import { type SpeechKind, speakerModeSchema } from '#shared/rules/liveState.ts'
import { spanWords } from './clockWords.ts'
import s from './Meeting.module.css'
import { useIsRemote, useMeeting } from './useMeeting.ts'
import { useNow } from './useNow.ts'
import { useWords, wordIfKnown } from './words.ts'

const statusesOf = ({ attendance }: MinutesDraft) => attendance.map(({ id, status }) => ({ id, status }))

/** Who speaks and who waits (domain.md 2.2, Redeliste): everybody asks for themselves, whoever keeps it leads it. */
export function Speakers() {
  const w = useWords()
  const { session, nameOf, people } = useMinutes()
  const { state, rights, act } = useMeeting()
  const isRemote = useIsRemote()
  // who takes part from elsewhere decides the order in one mode
  usePicked(statusesOf)
  const [isMore, setMore] = useState(false)
  const { speaking, mode } = state.speakers
  const now = useNow(speaking?.since != null)
  const order = speakerOrder(state.speakers, isRemote)
  const own = order.find(({ person }) => person === session.self)
  const [first] = order
  const tones = new Map(session.presence.get().map(entry => [entry.person.id as string, entry.person.tone]))
  const mark = (id: string) => (
    <PersonMark name={nameOf(id)} tone={tones.get(id) ?? toneOf(session.members, id)} />
  )
  const name = (id: string) => (id === session.self ? `${nameOf(id)} (${w('you')})` : nameOf(id))
  const ask = (kind: SpeechKind) => act({ type: 'ask', kind, person: null })

  return (
    <section aria-labelledby="meeting-speakers" id="redeliste" data-part="speakers" tabIndex={-1}>
      <h2 id="meeting-speakers">{w('speakers')}</h2>
      {speaking === null && order.length === 0 ? <p className={s.soft}>{w('speakersNone')}</p> : null}
      <ol className={s.queue}>
        {speaking === null ? null : (
          <li aria-current="true">
            {mark(speaking.person)}
            <span>
              {name(speaking.person)}
              <small>{w('speaking', { time: spanWords(speechMs(speaking, now)) })}</small>
            </span>
            {rights.list || speaking.person === session.self ? (
              <button
                type="button"
                className="do small"
                onClick={() => act(rights.list ? { type: 'speak', person: null } : { type: 'takeBack' })}
              >
                {w('done')}
              </button>
            ) : null}
          </li>
        )}
        {order.map(({ person, kind }) => (
          <li key={person}>
            {mark(person)}
            <span>
              {name(person)}
              {kind === 'wortmeldung' ? null : <small>{wordIfKnown(`kind.${kind}`)}</small>}
            </span>
            {rights.list ? (
              <span className={s.lineDos}>
                {person === first?.person ? null : (
                  <button
                    type="button"
                    className="do small"
                    aria-label={w('giveOf', { name: nameOf(person) })}
                    onClick={() => act({ type: 'speak', person })}
                  >
                    {w('give')}
                  </button>
                )}
                <button
                  type="button"
                  className="do small"
                  aria-label={w('strikeOf', { name: nameOf(person) })}
                  onClick={() => act({ type: 'strike', person })}
                >
                  {w('strike')}
                </button>
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <p className="dos">
        {rights.speak ? (
          own ? (
            <button type="button" className="do" onClick={() => act({ type: 'takeBack' })}>
              {w('takeBack')}
            </button>
          ) : (
            <button type="button" className="do" onClick={() => ask('wortmeldung')}>
              {w('asks')}
            </button>
          )
        ) : null}
        {rights.list && first ? (
          <button
            type="button"
            className="do"
            aria-label={w('nextOf', { name: nameOf(first.person) })}
            onClick={() => act({ type: 'speak', person: first.person })}
          >
            {w('next')}
          </button>
        ) : null}
        {rights.speak ? (
          <button type="button" className="do small" aria-expanded={isMore} onClick={() => setMore(!isMore)}>
            {w('moreWays')}
          </button>
        ) : null}
      </p>
      {isMore ? (
        <div className={s.more}>
          <p className="dos">
            <button type="button" className="do" onClick={() => ask('direkt')}>
              {w('asksDirect')}
            </button>
            <button type="button" className="do" onClick={() => ask('geschaeftsordnung')}>
              {w('asksOrder')}
            </button>
          </p>
          {rights.list ? (
            <>
              <SelectField
                label={w('mode')}
                path="meeting/mode"
                value={mode}
                options={speakerModeSchema.options.map(value => ({ value, label: w(`mode.${value}`) }))}
                write={next => {
                  if (next !== null) act({ type: 'mode', mode: next })
                }}
              />
              <SelectField
                label={w('others')}
                path="meeting/others"
                value={null}
                none={w('othersNone')}
                options={people.filter(
                  ({ value }) => !state.speakers.waiting.some(({ person }) => person === value),
                )}
                write={person => {
                  if (person !== null) act({ type: 'ask', kind: 'wortmeldung', person })
                }}
              />
            </>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}

/** The colour that a person will have here: by the order of joining, as the server gives it. */
function toneOf(members: readonly { readonly personId: string }[], id: string): number {
  const place = members.findIndex(({ personId }) => personId === id)
  return place < 0 ? 8 : (place % 8) + 1
}
