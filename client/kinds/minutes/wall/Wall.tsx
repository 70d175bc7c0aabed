import { useEffect, useState, useSyncExternalStore } from 'react'
import { projectionOf, useContainers } from '#client/document/hooks.ts'
import { clockTime } from '#client/i18n/format.ts'
import type { MinutesSession } from '#client/kinds/minutes/useMinutes.ts'
import { recordIn } from '#client/kinds/minutes/useRecord.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import { useStore } from '#client/lib/store.ts'
import type { Votes } from '#shared/kinds/minutes/schema.ts'
import { FittedText } from './FittedText.tsx'
import { useAwake } from './useAwake.ts'
import { useFullScreen } from './useFullScreen.ts'
import { useWallState } from './useWallState.ts'
import s from './Wall.module.css'
import { type Confirmed, type Place, type WallPicture, wallPicture } from './wallPicture.ts'
import { useWords } from './words.ts'

/** A planned break ends by the minute. */
const tick = 10_000

/** What everybody in the room sees: wording and tally, legible from ten metres, nothing to press. */
export function Wall({ session }: { readonly session: MinutesSession }) {
  const w = useWords()
  useContainers(session.handle)
  const projection = projectionOf(session)
  const value = useSyncExternalStore(projection.subscribe, () => projection.get().value)
  useStore(session.rows)
  const live = useWallState(session)
  const now = useMinute()
  const { isFull } = useFullScreen()
  useAwake()
  const at = clockTime(new Date(now))
  useEffect(() => {
    document.title = `${w('title', { title: value.header.title || w('untitled') })} · Mitschrift`
  }, [w, value.header.title])
  const picture = live.where === 'unknown' ? null : wallPicture(value, recordIn(session), live.state, at)
  const line = live.where === 'unknown' ? (live.isOffline ? 'offline' : null) : live.where
  return (
    <main className={s.wall} id="content" tabIndex={-1} data-shows={picture?.shows} aria-live="polite">
      {picture ? (
        <Picture picture={picture} />
      ) : (
        <Said title={value.header.title || w('untitled')} text={line === null ? w('asking') : ''} />
      )}
      {line === 'offline' || line === 'alone' ? (
        <p className={s.line}>{w(line)}</p>
      ) : isFull ? null : (
        <p className={s.hint} aria-hidden="true">
          {w('hint')}
        </p>
      )}
    </main>
  )
}

function Picture({ picture }: { readonly picture: WallPicture }) {
  const w = useWords()
  switch (picture.shows) {
    case 'closed':
      return <Said title={picture.title || w('untitled')} text={w('over')} />
    case 'notBegun':
      return <Said title={picture.title || w('untitled')} text={w('notBegun')} />
    case 'noItem':
      return <Said title={picture.title || w('untitled')} text={w('noItem')} />
    case 'paused':
      return (
        <>
          <p className={s.pos}>{picture.item ? positionOf(picture.item, w) : ''}</p>
          <FittedText isTitle text={w('paused')} largest={5} />
          <p className={s.under}>
            {picture.until === null
              ? w('pausedSince', { time: clockTime(new Date(picture.since)) })
              : w('pausedUntil', { time: picture.until })}
          </p>
        </>
      )
    case 'item':
      return (
        <>
          <p className={s.pos}>{positionOf(picture.item, w)}</p>
          <FittedText isTitle text={picture.item.title || w('itemNone')} largest={3.2} />
        </>
      )
    case 'motion': {
      const { item, head, wording, confirmed } = picture
      const words = item === null ? w(`${head}None`) : w(head, { number: item.number })
      return (
        <>
          <h1 className={s.pos}>{words}</h1>
          {wording.trim() === '' ? (
            <FittedText text={w('wordingNone')} largest={1.6} className={s.soft} />
          ) : (
            <FittedText text={wording} largest={2.4} className={picture.stands ? s.stands : undefined} />
          )}
          {confirmed ? <Tally confirmed={confirmed} /> : null}
        </>
      )
    }
  }
}

const positionOf = (item: Place, w: ReturnType<typeof useWords>): string =>
  w('position', { number: item.number, count: item.count })

function Said({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <p className={s.pos} />
      <FittedText isTitle text={title} largest={2.6} />
      <p className={s.under}>{text}</p>
    </>
  )
}

function Tally({ confirmed }: { readonly confirmed: Confirmed }) {
  const w = useWords()
  const { votes, objections, result, isSuperseded } = confirmed
  return (
    <dl className={s.tally}>
      {votes === null
        ? null
        : kinds(votes).map(kind => (
            <div key={kind}>
              <dt>{w(kind)}</dt>
              <dd>{votes[kind]}</dd>
            </div>
          ))}
      {objections === null ? null : (
        <div>
          <dt>{w('objections')}</dt>
          <dd>{objections}</dd>
        </div>
      )}
      {result === null ? null : (
        <div className={s.result}>
          <dt className="sr">{w('result')}</dt>
          <dd>{isSuperseded ? w('superseded') : w(result)}</dd>
        </div>
      )}
    </dl>
  )
}

/** Invalid votes only where there are any. */
const kinds = (votes: Votes): (keyof Votes)[] =>
  votes.invalid > 0 ? ['yes', 'no', 'abstain', 'invalid'] : ['yes', 'no', 'abstain']

function useMinute(): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = window.setInterval(() => setNow(serverNow()), tick)
    return () => window.clearInterval(timer)
  }, [])
  return now
}
