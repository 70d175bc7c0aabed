import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { LiveMeeting } from '#client/document/live.ts'
import { clockTime, isoDay } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { addTask } from '#client/kinds/minutes/itemActions.ts'
import { type MinutesSession, useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { usePeople } from '#client/kinds/minutes/usePeople.ts'
import { usePicked } from '#client/kinds/minutes/usePicked.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import { useStore } from '#client/lib/store.ts'
import bar from '#client/sheet/BottomBar.module.css'
import { type AnySheet, SheetProvider } from '#client/sheet/sheetContext.ts'
import { Drawer } from '#client/ui/Drawer.tsx'
import type { Finding } from '#shared/document/finding.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import type { LiveAction, LiveState } from '#shared/rules/liveState.ts'
import { quorum } from '#shared/rules/quorum.ts'
import { AgendaList } from './AgendaList.tsx'
import { Alone } from './Alone.tsx'
import { Clock } from './Clock.tsx'
import { timeOf } from './clockWords.ts'
import { ItemOnTable } from './ItemOnTable.tsx'
import s from './Meeting.module.css'
import { type MeetingItem, useItems, useMotions } from './meetingItems.ts'
import { Speakers } from './Speakers.tsx'
import { MeetingProvider, tell, useLiveMeeting, useMeeting, useRights } from './useMeeting.ts'
import { useMeetingVoice } from './useMeetingVoice.ts'
import { useWords } from './words.ts'

/** Findings are looked at on the sheet. */
const none: readonly Finding[] = []
const noFindings: AnySheet['findings'] = { get: () => none, subscribe: () => () => undefined, at: () => none }

type Props = {
  readonly session: MinutesSession
  /** the line at the top, with where the meeting stands */
  readonly renderTopline: (state: string) => ReactNode
}

/** What the parts of a meeting and of the wall read of their document. */
export function MeetingFrame(props: { readonly session: MinutesSession; readonly children: ReactNode }) {
  const { session } = props
  const { people, nameOf } = usePeople(session)
  const readOnly = useStore(session.access) === 'read'
  const sheet = useMemo<AnySheet>(
    () => ({
      session,
      readOnly,
      now: () => new Date(serverNow()),
      findings: noFindings,
      findingText: () => '',
      placeWord: () => null,
      people,
      nameOf,
    }),
    [session, readOnly, people, nameOf],
  )
  return <SheetProvider value={sheet}>{props.children}</SheetProvider>
}

/** The room „Sitzung“: where the meeting stands, for everybody who goes along (DESIGN, rooms 4). */
export function MeetingRoom(props: Props) {
  return (
    <MeetingFrame session={props.session}>
      <Room {...props} />
    </MeetingFrame>
  )
}

function Room({ session, renderTopline }: Props) {
  const w = useWords()
  const live = useLiveMeeting(session)
  const view = useStore(live.view)
  const reason = useStore(session.readOnly)
  const record = useRecord()
  const isClosed = reason === 'closed' || record.closing !== null
  useEffect(() => {
    if (isClosed) live.forget()
  }, [isClosed, live])
  const state = view.where === 'asking' || isClosed ? null : view.state
  const items = useItems()
  useMeetingVoice(state, items)
  const current = items.find(({ id }) => id === state?.current?.item)
  const there = useThere()
  const says =
    state === null
      ? ''
      : [
          current
            ? w('of', { number: current.number, count: items.length })
            : w('running', { time: timeOf(state.startedAt) }),
          there,
        ]
          .filter(Boolean)
          .join(', ')
  return (
    <>
      {renderTopline(says)}
      <main className={s.room} id="content" tabIndex={-1}>
        <div className={s.alone}>
          <Alone live={live} />
        </div>
        {isClosed ? (
          <Paper title={w('closed')} text={w('closedText')} />
        ) : view.where === 'asking' ? (
          <Paper title={w('asking')} text="" />
        ) : state === null ? (
          <Begin live={live} items={items} />
        ) : (
          <Running live={live} state={state} items={items} />
        )}
      </main>
    </>
  )
}

const dayOf = ({ header }: MinutesDraft) => ({ date: header.date, end: header.end })

/** „5 von 6 Stimmen da“, while the meeting is on; read anew with each change of the meeting. */
function useThere(): string {
  const w = useWords()
  const { now } = useMinutes()
  const { date, end } = usePicked(dayOf)
  const time = clockTime(now())
  const { present, eligible } = usePicked(value => quorum(value, time))
  const isOn = date === isoDay(now()) && end === null
  return isOn && eligible > 0 ? w('there', { present, eligible }) : ''
}

function Paper(props: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  const w = useWords()
  const { session } = useMinutes()
  return (
    <article className={s.now}>
      <h1 tabIndex={-1}>{props.title}</h1>
      {props.text === '' ? null : <p className={s.soft}>{props.text}</p>}
      <p className="dos">
        {props.children}
        <Link href={`/blatt/${session.info.id}`} className="do">
          {w('sheet')}
        </Link>
      </p>
    </article>
  )
}

function Begin({ live, items }: { readonly live: LiveMeeting; readonly items: readonly MeetingItem[] }) {
  const w = useWords()
  const rights = useRights(live)
  const [said, setSaid] = useState<string | null>(null)
  const [first] = items
  const start = () =>
    void live.act({ type: 'start', item: first?.id ?? null }).then(how => setSaid(tell(how)))
  return (
    <Paper
      title={w('none')}
      text={items.length === 0 ? w('noneItems') : w(rights.lead ? 'noneChair' : 'noneOther')}
    >
      {rights.lead ? (
        <button type="button" className="do main" data-palette="" onClick={start}>
          {w('start')}
        </button>
      ) : null}
      {said === null ? null : <span className={s.refused}>{said}</span>}
    </Paper>
  )
}

function Running(props: {
  readonly live: LiveMeeting
  readonly state: LiveState
  readonly items: readonly MeetingItem[]
}) {
  const { live, state, items } = props
  const rights = useRights(live)
  const [said, setSaid] = useState<string | null>(null)
  const [looked, setLooked] = useState<string | null>(null)
  const meeting = useMemo(
    () => ({
      live,
      state,
      rights,
      act: (action: LiveAction) => void live.act(action).then(how => setSaid(tell(how))),
    }),
    [live, state, rights],
  )
  const now = items.find(({ id }) => id === state.current?.item)
  const shown = items.find(({ id }) => id === looked) ?? now
  // whoever looks at the item that is on follows
  const isFollowing = looked === null || shown === now
  const table = useRef<HTMLElement>(null)
  const look = (id: string | null) => {
    setLooked(id === now?.id ? null : id)
    table.current?.scrollIntoView({ block: 'start' })
    table.current?.focus({ preventScroll: true })
  }
  return (
    <MeetingProvider value={meeting}>
      <div className={s.meet}>
        <article className={s.now} ref={table} tabIndex={-1}>
          {isFollowing ? (
            <Since now={now} />
          ) : (
            <Looking shown={shown} now={now} onFollow={() => look(null)} />
          )}
          <Table item={shown} items={items} isCurrent={isFollowing} />
        </article>
        <aside className={s.aside}>
          {now ? <Clock item={now} /> : null}
          <After now={now} items={items} />
          <Speakers />
          <section aria-labelledby="meeting-agenda" className={s.wide}>
            <h2 id="meeting-agenda" className={s.agendaHead}>
              <AgendaTitle />
            </h2>
            <AgendaList looked={shown?.id ?? null} onLook={look} />
          </section>
        </aside>
      </div>
      {said === null ? null : (
        <p className={s.said} role="status">
          {said}
        </p>
      )}
      <MeetingBar now={shown} count={items.length} onLook={look} looked={shown?.id ?? null} />
    </MeetingProvider>
  )
}

const AgendaTitle = () => useWords()('agenda')

function Table(props: {
  readonly item: MeetingItem | undefined
  readonly items: readonly MeetingItem[]
  readonly isCurrent: boolean
}) {
  const w = useWords()
  const { session } = useMinutes()
  const { state, rights } = useMeeting()
  const { item, items } = props
  const areDone = state.current === null && items.length > 0 && items.every(({ id }) => isDone(state, id))
  const handle = item && session.handle.list('agenda').get(item.id)
  if (item && handle)
    return (
      <ItemOnTable
        key={item.id}
        item={item}
        handle={handle}
        count={items.length}
        isCurrent={props.isCurrent}
      />
    )
  return (
    <>
      <h1 tabIndex={-1}>{w(state.current !== null ? 'gone' : areDone ? 'allDone' : 'noItem')}</h1>
      <p className={s.soft}>{w(areDone ? 'allDoneText' : 'noItemText')}</p>
      {areDone && rights.lead ? <ToClosing /> : null}
    </>
  )
}

/** For whoever joins late: since when the meeting runs, and since when this item is on. */
function Since({ now }: { readonly now: MeetingItem | undefined }) {
  const t = useText()
  const w = useWords()
  const { state } = useMeeting()
  const time = timeOf(state.startedAt)
  return (
    <p className={s.soft} data-part="since">
      {now && state.current
        ? w('since', {
            time,
            top: t('agenda.top', { number: now.number }),
            since: timeOf(state.current.enteredAt),
          })
        : w('begun', { time })}
    </p>
  )
}

/** Whoever looks at another item is told so, with the way back. */
function Looking(props: {
  readonly shown: MeetingItem | undefined
  readonly now: MeetingItem | undefined
  readonly onFollow: () => void
}) {
  const w = useWords()
  const { rights, act } = useMeeting()
  const { shown, now } = props
  const number = shown?.number ?? 0
  return (
    <div className={s.looking}>
      <p>{now ? w('looking', { number, now: now.number }) : w('lookingNone', { number })}</p>
      <p className="dos">
        <button type="button" className="do" onClick={props.onFollow}>
          {now ? w('follow', { number: now.number }) : w('followNone')}
        </button>
        {rights.lead && shown ? (
          <button
            type="button"
            className="do"
            onClick={() => {
              act({ type: 'goTo', item: shown.id })
              props.onFollow()
            }}
          >
            {w('goHere')}
          </button>
        ) : null}
      </p>
    </div>
  )
}

/** What comes next, and the chair's step there. */
function After(props: { readonly now: MeetingItem | undefined; readonly items: readonly MeetingItem[] }) {
  const t = useText()
  const w = useWords()
  const { state, rights, act } = useMeeting()
  const record = useRecord()
  const { now, items } = props
  const motions = useMotions(now?.id ?? null)
  if (!now) return null
  const later = [...items.slice(now.number), ...items.slice(0, now.number - 1)]
  const next = later.find(({ id }) => !isDone(state, id))
  const isOpen = motions.some(
    ({ id, rule }) => rule !== 'empfehlung' && !record.decisions.some(row => row.decisionId === id),
  )
  return (
    <section aria-labelledby="meeting-after">
      <h2 id="meeting-after">{w('after')}</h2>
      <p className={s.value}>
        {next
          ? `${t('agenda.top', { number: next.number })} ${next.title || t('agenda.untitled')}`
          : w('afterNone')}
      </p>
      {rights.lead ? (
        <p className="dos">
          <button
            type="button"
            // one filled button: while a motion is open, the next step is its result
            className={isOpen ? 'do' : 'do main'}
            onClick={() => act({ type: 'finish', item: now.id, next: next?.id ?? null })}
          >
            {next ? w('finish', { number: now.number }) : w('finishLast')}
          </button>
          {next ? null : <ToClosing />}
        </p>
      ) : null}
    </section>
  )
}

function ToClosing() {
  const w = useWords()
  const { session } = useMinutes()
  return (
    <Link href={`/blatt/${session.info.id}#ways`} className="do">
      {w('toClose')}
    </Link>
  )
}

const isDone = ({ items }: LiveState, id: string): boolean =>
  Object.hasOwn(items, id) && items[id]?.done === true

/** The four ways of a thumb in a meeting (DESIGN, 360 px). */
function MeetingBar(props: {
  readonly now: MeetingItem | undefined
  readonly count: number
  readonly looked: string | null
  readonly onLook: (id: string | null) => void
}) {
  const t = useText()
  const w = useWords()
  const [, go] = useLocation()
  const { session, readOnly } = useMinutes()
  const { state } = useMeeting()
  const record = useRecord()
  const [isOpen, setOpen] = useState(false)
  const { now } = props
  const motions = useMotions(now?.id ?? null)
  const open = motions.find(({ id }) => !record.decisions.some(row => row.decisionId === id))
  const motion = open ?? motions[0]
  const waiting = state.speakers.waiting.length
  const to = (id: string) => {
    const place = document.getElementById(id)
    place?.scrollIntoView({ block: 'start' })
    place?.focus({ preventScroll: true })
  }
  return (
    <>
      <nav className={bar.bar} aria-label={w('bar.label')}>
        <ul>
          <li>
            <button type="button" onClick={() => setOpen(true)}>
              {w('bar.agenda')}
              <small>
                {now
                  ? w('of', { number: now.number, count: props.count })
                  : t('bar.items', { count: props.count })}
              </small>
            </button>
          </li>
          <li>
            <button
              type="button"
              disabled={motion === undefined}
              onClick={() => {
                if (motion) to(`stimmen-${motion.id}`)
              }}
            >
              {w('bar.decision')}
              <small>
                {w(
                  motion === undefined ? 'bar.decisionNone' : open ? 'bar.decisionOpen' : 'bar.decisionDone',
                )}
              </small>
            </button>
          </li>
          {readOnly ? null : (
            <li>
              <button
                type="button"
                onClick={() =>
                  go(`/blatt/${session.info.id}#tasks/${addTask(session, now?.id ?? null)}/what`)
                }
              >
                {w('bar.task')}
                <small>{w('bar.taskAdd')}</small>
              </button>
            </li>
          )}
          <li>
            <button type="button" onClick={() => to('redeliste')}>
              {w('bar.speakers')}
              <small>{waiting === 0 ? w('bar.nobody') : w('bar.waiting', { count: waiting })}</small>
            </button>
          </li>
        </ul>
      </nav>
      {isOpen ? (
        <Drawer title={w('agenda')} onClose={() => setOpen(false)}>
          <AgendaList
            looked={props.looked}
            onLook={id => {
              setOpen(false)
              props.onLook(id)
            }}
          />
        </Drawer>
      ) : null}
    </>
  )
}
