import { Link } from 'wouter'
import { ownWords } from '#client/i18n/ownWords.ts'
import { registerPath } from '#client/lib/registers.ts'
import type { Counters as Answer, ProgrammeStanding, RegisteredDuty } from '#shared/api/registers.ts'
import type { PersonId } from '#shared/ids.ts'
import type { Programme } from '#shared/programmes/schema.ts'
import { Counter } from './Counter.tsx'
import s from './Counters.module.css'
import { useWords, word } from './words.ts'

/** Zähler: own duties, the team's, the groups of the region, the roles; each leads to where it is told in full. */
export function Counters(props: {
  readonly spaceId: string
  readonly self: PersonId
  readonly counters: Answer
  readonly programmes: readonly Programme[]
}) {
  const t = useWords()
  const { counters, programmes, self, spaceId } = props
  const told = counters.programmes.flatMap(standing => {
    const programme = programmes.find(({ id }) => id === standing.id)
    return programme ? [{ programme, standing }] : []
  })
  const due = dueLines(counters, spaceId)
  if (told.length === 0 && due.length === 0) return null
  return (
    <section className={s.counters} aria-labelledby="room-counters">
      <h2 id="room-counters">{t('stand', { year: counters.today.slice(0, 4) })}</h2>
      {told.length > 0 ? (
        <ul className={s.row}>
          {told.flatMap(({ programme, standing }) => [
            ...standing.duties.map(duty => <DutyCounter key={duty.duty.id} standing={duty} self={self} />),
            <Programmed key={programme.id} programme={programme} standing={standing} />,
          ])}
        </ul>
      ) : null}
      {due.length > 0 ? (
        <ul className={s.due}>
          {due.map(({ path, says, isUrgent }) => (
            <li key={path}>
              <Link href={path} className={isUrgent ? s.look : undefined}>
                {says}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function dueLines({ openTasks, overdueTasks, openFeedback }: Answer, spaceId: string) {
  const lines: { path: string; says: string; isUrgent: boolean }[] = []
  if (overdueTasks > 0)
    lines.push({
      path: registerPath(spaceId, 'tasks'),
      says: word('overdue', { count: overdueTasks }),
      isUrgent: true,
    })
  else if (openTasks > 0)
    lines.push({
      path: registerPath(spaceId, 'tasks'),
      says: word('open', { count: openTasks }),
      isUrgent: false,
    })
  if (openFeedback > 0)
    lines.push({
      path: registerPath(spaceId, 'feedback'),
      says: word('waitingReports', { count: openFeedback }),
      isUrgent: true,
    })
  return lines
}

/** One's own count where one is counted, that of the team where it is, else how many have done it. */
function DutyCounter({ standing, self }: { readonly standing: RegisteredDuty; readonly self: PersonId }) {
  const t = useWords()
  const { duty, required, subjects } = standing
  const title = ownWords(duty.title)
  const team = duty.countMode === 'team' ? subjects[0] : undefined
  const own = team ?? subjects.find(({ persons }) => persons.some(({ id }) => id === self))
  if (!own) {
    const done = subjects.filter(({ counted }) => counted >= required).length
    const says = subjects.length === 0 ? t('peopleNobody') : t('people', { done, total: subjects.length })
    return <Counter title={title} count={done} target={subjects.length} note={says} />
  }
  const missing = Math.max(0, required - own.counted)
  const waiting = own.done - own.counted
  const notes = [
    missing === 0 ? t('ownDone') : t('ownMissing', { count: missing }),
    waiting > 0 ? t('waiting', { count: waiting }) : '',
  ]
  return (
    <Counter
      title={team ? title : t('own', { duty: title })}
      count={own.counted}
      half={waiting}
      target={required}
      note={notes.filter(Boolean).join(' ')}
    />
  )
}

function Programmed(props: { readonly programme: Programme; readonly standing: ProgrammeStanding }) {
  const t = useWords()
  const { programme, standing } = props
  const { coverage, groups } = standing
  const titleOf = (id: string): string => {
    const role = programme.roles.find(own => own.id === id)
    return role ? ownWords(role.title) : id
  }
  const missing = coverage?.roles.filter(({ persons }) => persons.length === 0) ?? []
  return (
    <>
      {groups && groups.groups.length > 0 ? (
        <Counter
          title={t('groups')}
          count={groups.count}
          target={groups.target}
          note={
            groups.missing > 0
              ? t('groupsMissing', { count: groups.missing })
              : groups.isAbove
                ? t('groupsAbove', { target: groups.target })
                : t('groupsReached')
          }
        />
      ) : null}
      {coverage ? (
        <Counter
          title={t('coverage')}
          count={coverage.roles.length - missing.length}
          target={coverage.roles.length}
          note={
            missing.length > 0
              ? t('missingRoles', { roles: missing.map(({ role }) => titleOf(role)).join(', ') })
              : coverage.isCovered
                ? t('covered')
                : t('tooFew', { min: coverage.minPersons })
          }
        />
      ) : null}
    </>
  )
}
