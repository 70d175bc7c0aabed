import { type ReactNode, useMemo, useRef, useSyncExternalStore } from 'react'
import { projectionOf, useField, useThings } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { randomToken } from '#client/lib/ids.ts'
import { useStore } from '#client/lib/store.ts'
import { useAtom } from '#client/sheet/atom.ts'
import { findingsOf } from '#client/sheet/findingsByPath.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { Letterhead } from '#client/sheet/Letterhead.tsx'
import { SheetFrame, type SheetWords } from '#client/sheet/SheetFrame.tsx'
import { step } from '#client/sheet/writing.ts'
import { Hint } from '#client/ui/Hint.tsx'
import { fillMinutes } from '#shared/kinds/minutes/fill.ts'
import { type Finding, findings } from '#shared/kinds/minutes/findings.ts'
import { firstContent } from '#shared/kinds/minutes/firstContent.ts'
import { may } from '#shared/permissions.ts'
import { AgendaItem } from './AgendaItem.tsx'
import { Attachments } from './Attachments.tsx'
import { Attendance } from './Attendance.tsx'
import { CheckClosing } from './CheckClosing.tsx'
import { OtherDecisions } from './decision/Decisions.tsx'
import { liveOptions } from './findingOptions.ts'
import { findingText } from './findingText.ts'
import { HeaderForm } from './HeaderForm.tsx'
import { hashHere } from './hashHere.ts'
import { addItem, addTask } from './itemActions.ts'
import { LateContributions } from './LateContributions.tsx'
import s from './MinutesSheet.module.css'
import { MeetingWays } from './meeting/MeetingWays.tsx'
import { PrepareNext } from './next/PrepareNext.tsx'
import { Outline } from './Outline.tsx'
import { wordFor } from './options.ts'
import { placeWord } from './placeWords.ts'
import { Signatures } from './Signatures.tsx'
import { Special } from './special/Special.tsx'
import { Tasks } from './Tasks.tsx'
import { useIsAtHome } from './useIsAtHome.ts'
import { type MinutesSession, useMinutes } from './useMinutes.ts'
import { usePeople } from './usePeople.ts'
import { useRecord, useRecordOf } from './useRecord.ts'
import { useTraits } from './useTraits.ts'
import { useWords } from './words.ts'

/** A sheet of minutes: head, attendance, agenda, tasks. `slips` lie on top of the paper. */
export function MinutesSheet({
  session,
  slips,
}: {
  readonly session: MinutesSession
  readonly slips: ReactNode
}) {
  const t = useText()
  const w = useWords()
  const readOnly = useStore(session.access) === 'read'
  const { people, nameOf } = usePeople(session)
  const agenda = useThings(session.handle.list('agenda'))
  const open = useOpenDecisions(session)
  const isAtHome = useIsAtHome(session)
  const found = useMemo(
    () =>
      findingsOf(session, value => findings(value, liveOptions(session, value, isAtHome)), [
        session.rows,
        hashHere(session),
      ]),
    [session, isAtHome],
  )
  const words = useMemo<SheetWords>(
    () => ({
      findings: found,
      findingText: (finding: Finding) => findingText(finding, nameOf),
      placeWord: path => placeWord(path, agenda, itemOf(session)),
      people,
      nameOf,
    }),
    [session, found, agenda, people, nameOf],
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
        { label: w('bar.decision'), note: openNote(open, w), run: () => goTo(open[0] ?? 'agenda') },
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
      <BeforeAgenda />
      <Agenda />
      <OtherDecisions />
      <AfterAgenda />
      <Tasks />
      <Attachments />
      <LateContributions />
      <Ways />
      <Signatures />
    </SheetFrame>
  )
}

/** What one can do, in the drawer of a phone. */
function MoreActions({ onDone }: { readonly onDone: () => void }) {
  const t = useText()
  const w = useWords()
  const { session, readOnly } = useMinutes()
  const { closing } = useRecord()
  const go = (path: () => string) => () => {
    onDone()
    goTo(path())
  }
  return (
    <>
      <MeetingWays />
      <p className="dos">
        <button type="button" className="do" onClick={go(() => 'attendance')}>
          {readOnly ? t('attendance.title') : w('bar.attendance')}
        </button>
        {readOnly ? null : (
          <button type="button" className="do" onClick={go(() => `agenda/${addItem(session)}/title`)}>
            {t('agenda.add')}
          </button>
        )}
        <button type="button" className="do" onClick={go(() => (closing ? 'closing' : 'ways'))}>
          {w(
            closing === null && may(session.space.role, 'write')
              ? 'close.do'
              : closing
                ? 'close.after'
                : 'check.do',
          )}
        </button>
      </p>
    </>
  )
}

/** The special fields of a kind stand before the agenda, those of a team's meeting behind it: they are long there. */
function BeforeAgenda() {
  return useTraits().special === 'regionTeam' ? null : <Special />
}
function AfterAgenda() {
  return useTraits().special === 'regionTeam' ? <Special /> : null
}

/** Where one goes from here: what is missing before closing, and the next meeting. */
function Ways() {
  return (
    <div className={`${s.ways} noprint`} data-path="ways">
      <CheckClosing />
      <PrepareNext />
    </div>
  )
}

/** The paths of the motions that nobody has decided, in the order of the agenda. */
function useOpenDecisions(session: MinutesSession): readonly string[] {
  const projection = useMemo(() => projectionOf(session), [session])
  const kept = useRef<readonly string[]>([])
  const decided = new Set(useRecordOf(session).decisions.map(row => row.decisionId))
  return useSyncExternalStore(projection.subscribe, () => {
    const { agenda, decisions } = projection.get().value
    const place = (id: string | null) => agenda.findIndex(item => item.id === id)
    const next = decisions
      .filter(({ id, rule }) => !decided.has(id) && rule !== 'empfehlung')
      .toSorted((left, right) => place(left.agendaItemId) - place(right.agendaItemId))
      .map(({ id }) => `decisions/${id}`)
    if (next.join() !== kept.current.join()) kept.current = next
    return kept.current
  })
}

const openNote = (open: readonly string[], w: ReturnType<typeof useWords>) =>
  open.length === 0 ? w('bar.decisionNone') : w('bar.decisionOpen', { count: open.length })

/** The agenda item to which a motion or an election belongs. */
const itemOf =
  (session: MinutesSession) =>
  (root: 'decisions' | 'elections', id: string): string | null =>
    session.handle.list(root).get(id)?.get('agendaItemId') ?? null

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
          <button
            type="button"
            className="do"
            data-palette=""
            onClick={() => goTo(`agenda/${addItem(session)}/title`)}
          >
            {ids.length === 0 ? t('agenda.addFirst') : t('agenda.add')}
          </button>
          {ids.length === 0 ? <UsualItems /> : null}
        </p>
      )}
    </>
  )
}

/** While the agenda is empty: what a meeting of this kind usually has, entered as one step. */
function UsualItems() {
  const w = useWords()
  const { session } = useMinutes()
  const kind = useField(session.handle.record('header'), 'meetingKind')
  if (kind === null) return null
  const enter = () => {
    const { header: _, ...content } = firstContent(kind, randomToken)
    step(session, () => fillMinutes(session.handle, content))
  }
  return (
    <button type="button" className="do" onClick={enter}>
      {w('agenda.usual', { kind: wordFor('meetingKind', kind) })}
    </button>
  )
}
