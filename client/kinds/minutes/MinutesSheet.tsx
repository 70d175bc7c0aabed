import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useField, useThings } from '#client/document/hooks.ts'
import type { MinutesSession } from '#client/document/session.ts'
import { clockTime, isoDay, longDay } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import { useStore } from '#client/lib/store.ts'
import { Drawer } from '#client/ui/Drawer.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { Hint } from '#client/ui/Hint.tsx'
import { AgendaItem } from './AgendaItem.tsx'
import { Attendance } from './Attendance.tsx'
import { plainText, useAtom } from './atom.ts'
import { BottomBar, type DrawerName } from './BottomBar.tsx'
import { FindingsList } from './FindingsList.tsx'
import { findingsOf } from './findingsByPath.ts'
import { goTo } from './goTo.ts'
import { HeaderForm } from './HeaderForm.tsx'
import { HereList } from './HereList.tsx'
import { addItem } from './itemActions.ts'
import s from './MinutesSheet.module.css'
import { Outline } from './Outline.tsx'
import { PresenceVoice } from './PresenceVoice.tsx'
import { type SheetContext, SheetProvider, useSheet } from './sheetContext.ts'
import { Tasks } from './Tasks.tsx'
import { useGlossPlaces } from './useGlossPlaces.ts'
import { usePeople } from './usePeople.ts'
import { usePlace } from './usePlace.ts'

/**
 * A sheet of minutes: the paper in the middle, the agenda on its left, people and findings on its right. `slips` lie
 * on top of the paper.
 */
export function MinutesSheet(props: { readonly session: MinutesSession; readonly slips: ReactNode }) {
  const { session } = props
  const readOnly = useStore(session.access) === 'read'
  const findings = useMemo(() => findingsOf(session), [session])
  const { people, nameOf } = usePeople(session)
  const sheet = useMemo<SheetContext>(
    () => ({ session, readOnly, findings, people, nameOf, now: () => new Date(serverNow()) }),
    [session, readOnly, findings, people, nameOf],
  )
  return (
    <SheetProvider value={sheet}>
      <Table slips={props.slips} />
      <PresenceVoice />
    </SheetProvider>
  )
}

function Table({ slips }: { readonly slips: ReactNode }) {
  const t = useText()
  const { session, readOnly } = useSheet()
  const paper = useRef<HTMLElement>(null)
  const right = useRef<HTMLDivElement>(null)
  const [drawer, setDrawer] = useState<DrawerName | null>(null)
  useGlossPlaces(paper, right)
  const place = usePlace(session)
  const close = () => setDrawer(null)

  return (
    <div className={s.table} {...place}>
      <nav className={s.left} aria-label={t('agenda.title')}>
        <h2>{t('agenda.title')}</h2>
        <Outline />
      </nav>
      <div className={s.slips}>{slips}</div>
      <main className={s.sheet} id="content" tabIndex={-1} ref={paper}>
        <Letterhead />
        <HeaderForm />
        <Attendance />
        <Agenda />
        <Tasks />
      </main>
      <aside className={s.right} aria-label={t('here.margin')}>
        <div ref={right}>
          <HereList />
          <FindingsList />
        </div>
      </aside>
      <BottomBar open={setDrawer} />
      {drawer === 'agenda' ? (
        <Drawer title={t('agenda.title')} onClose={close}>
          <Outline withWords onJump={close} />
        </Drawer>
      ) : null}
      {drawer === 'more' ? (
        <Drawer title={t('bar.more')} onClose={close}>
          <HereList />
          <FindingsList onJump={close} />
          {readOnly ? null : (
            <p className="dos">
              <button
                type="button"
                className="do"
                onClick={() => {
                  close()
                  goTo(`agenda/${addItem(session)}/title`)
                }}
              >
                {t('agenda.add')}
              </button>
            </p>
          )}
        </Drawer>
      ) : null}
    </div>
  )
}

function Letterhead() {
  const t = useText()
  const { session } = useSheet()
  const title = useAtom(session.handle.record('header'), 'title')
  return (
    <>
      <p className={s.letterhead}>{session.space.name}</p>
      <h1 className="sr" tabIndex={-1}>
        {title.value || t('sheet.untitled')}
      </h1>
      <TextField
        {...plainText(title)}
        quiet
        label={t('sheet.title')}
        textClass={s.title}
        placeholder={t('sheet.untitled')}
      />
    </>
  )
}

function Agenda() {
  const t = useText()
  const { session, readOnly } = useSheet()
  const list = session.handle.list('agenda')
  const ids = useThings(list)
  return (
    <>
      <div className={s.agendaHint}>
        <Hint name="agenda">{t('agenda.hint')}</Hint>
      </div>
      {ids.map((id, index) => {
        const item = list.get(id)
        return item ? <AgendaItem key={id} id={id} item={item} place={index + 1} count={ids.length} /> : null
      })}
      {readOnly ? null : (
        <p className={`dos noprint ${s.addItem}`}>
          <button type="button" className="do" onClick={() => goTo(`agenda/${addItem(session)}/title`)}>
            {ids.length === 0 ? t('agenda.addFirst') : t('agenda.add')}
          </button>
        </p>
      )}
    </>
  )
}

/** The title as the top line and the document's title show it. */
export function useMinutesTitle(session: MinutesSession): string {
  const t = useText()
  const title = useField(session.handle.record('header'), 'title')
  return title || t('sheet.untitled')
}

/** What the meeting is at: when it will be, that it runs, when it ended. */
export function useMinutesState(session: MinutesSession): string {
  const t = useText()
  const header = session.handle.record('header')
  const date = useField(header, 'date')
  const start = useField(header, 'start')
  const end = useField(header, 'end')
  const now = new Date(serverNow())
  if (end !== null) return t('state.ended', { end })
  if (date === isoDay(now) && start !== null && start <= clockTime(now)) return t('state.running')
  return date === null ? '' : longDay(date)
}
