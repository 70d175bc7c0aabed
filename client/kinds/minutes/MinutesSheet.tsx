import { type ReactNode, useMemo } from 'react'
import { useThings } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { useAtom } from '#client/sheet/atom.ts'
import { findingsOf } from '#client/sheet/findingsByPath.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { Letterhead } from '#client/sheet/Letterhead.tsx'
import { SheetFrame, type SheetWords } from '#client/sheet/SheetFrame.tsx'
import { Hint } from '#client/ui/Hint.tsx'
import { type Finding, findings } from '#shared/kinds/minutes/findings.ts'
import { AgendaItem } from './AgendaItem.tsx'
import { Attendance } from './Attendance.tsx'
import { findingText } from './findingText.ts'
import { HeaderForm } from './HeaderForm.tsx'
import { addItem, addTask } from './itemActions.ts'
import s from './MinutesSheet.module.css'
import { Outline } from './Outline.tsx'
import { placeWord } from './placeWords.ts'
import { Tasks } from './Tasks.tsx'
import { type MinutesSession, useMinutes } from './useMinutes.ts'
import { usePeople } from './usePeople.ts'

/** A sheet of minutes: head, attendance, agenda, tasks. `slips` lie on top of the paper. */
export function MinutesSheet({
  session,
  slips,
}: {
  readonly session: MinutesSession
  readonly slips: ReactNode
}) {
  const t = useText()
  const readOnly = useStore(session.access) === 'read'
  const { people, nameOf } = usePeople(session)
  const agenda = useThings(session.handle.list('agenda'))
  const found = useMemo(() => {
    const displayName = (id: string) => session.members.find(member => member.personId === id)?.displayName
    return findingsOf(session, value => findings(value, { displayName }))
  }, [session])
  const words = useMemo<SheetWords>(
    () => ({
      findings: found,
      findingText: (finding: Finding) => findingText(finding, nameOf),
      placeWord: path => placeWord(path, agenda),
      people,
      nameOf,
    }),
    [found, agenda, people, nameOf],
  )
  return (
    <SheetFrame
      session={session}
      words={words}
      outline={{
        title: t('agenda.title'),
        note: t('bar.items', { count: agenda.length }),
        Parts: Outline,
      }}
      bar={[
        { label: t('attendance.title'), note: t('bar.attendance'), run: () => goTo('attendance') },
        readOnly
          ? { label: t('tasks.title'), note: t('bar.show'), run: () => goTo('tasks') }
          : {
              label: t('bar.task'),
              note: t('bar.add'),
              run: () => goTo(`tasks/${addTask(session, null)}/what`),
            },
      ]}
      More={MoreActions}
      slips={slips}
    >
      <Head />
      <HeaderForm />
      <Attendance />
      <Agenda />
      <Tasks />
    </SheetFrame>
  )
}

/** What one can do, in the drawer of a phone. */
function MoreActions({ onDone }: { readonly onDone: () => void }) {
  const t = useText()
  const { session, readOnly } = useMinutes()
  if (readOnly) return null
  return (
    <p className="dos">
      <button
        type="button"
        className="do"
        onClick={() => {
          onDone()
          goTo(`agenda/${addItem(session)}/title`)
        }}
      >
        {t('agenda.add')}
      </button>
    </p>
  )
}

function Head() {
  const { session } = useMinutes()
  return <Letterhead title={useAtom(session.handle.record('header'), 'title')} />
}

function Agenda() {
  const t = useText()
  const { session, readOnly } = useMinutes()
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
