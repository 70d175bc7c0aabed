import { Link } from 'wouter'
import { joined, plainDay } from '#client/i18n/format.ts'
import { ownWords } from '#client/i18n/ownWords.ts'
import { rpc } from '#client/lib/rpc.ts'
import { useLoaded } from '#client/lib/useLoaded.ts'
import type { Space } from '#shared/api/contract.ts'
import type { CountedSubject, ProgrammeStanding, RegisteredDuty } from '#shared/api/registers.ts'
import type { Programme } from '#shared/programmes/schema.ts'
import { Answer } from './Answer.tsx'
import { nameOf } from './people.ts'
import s from './Registers.module.css'
import { RegisterTable } from './RegisterTable.tsx'
import { sourceOf } from './source.ts'
import { useWords } from './words.ts'

/** Besuche und Pflichten: what a programme asks for, where everybody stands, and which minutes say so. */
export function Duties({ space }: { readonly space: Space }) {
  const t = useWords()
  const answer = useLoaded(async () => {
    const [counters, { programmes }] = await Promise.all([
      rpc.duties.counters({ spaceId: space.id }),
      rpc.duties.programmes(),
    ])
    return { counters, programmes }
  }, `duties ${space.id}`)
  return (
    <Answer of={answer}>
      {({ counters, programmes }) => {
        const told = counters.programmes.flatMap(standing => {
          const programme = programmes.find(({ id }) => id === standing.id)
          return programme ? [{ programme, standing }] : []
        })
        if (told.length === 0) return <p className={s.empty}>{t('duties.empty')}</p>
        return told.map(({ programme, standing }) => (
          <ProgrammePart
            key={programme.id}
            programme={programme}
            standing={standing}
            today={counters.today}
          />
        ))
      }}
    </Answer>
  )
}

function ProgrammePart(props: {
  readonly programme: Programme
  readonly standing: ProgrammeStanding
  readonly today: string
}) {
  const t = useWords()
  const { programme, standing, today } = props
  return (
    <>
      <p className={s.spanWords}>{ownWords(programme.title)}</p>
      {standing.duties.map(duty => (
        <DutyPart key={duty.duty.id} standing={duty} programme={programme} />
      ))}
      {standing.coverage ? <Coverage programme={programme} coverage={standing.coverage} /> : null}
      {standing.groups ? <Groups groups={standing.groups} /> : null}
      {programme.phases.length > 0 ? (
        <section className={s.part} aria-label={t('duties.phases')}>
          <h2>{t('duties.phases')}</h2>
          <RegisterTable
            caption={t('duties.phases')}
            look={s.phases}
            columns={[t('duties.phaseWhen'), t('duties.phaseWhat')]}
            rows={programme.phases.map(phase => {
              const isNow = phase.from <= today && (phase.to === null || phase.to >= today)
              const role = programme.roles.find(({ id }) => id === phase.newRole)
              return {
                id: phase.id,
                words: [],
                cells: [
                  <>
                    {ownWords(phase.title)}
                    {isNow ? <small className={s.now}>{t('duties.now')}</small> : null}
                  </>,
                  <>
                    {phase.event ? ownWords(phase.event) : ''}
                    {role ? <small>{t('duties.phaseNewRole', { role: ownWords(role.title) })}</small> : null}
                  </>,
                ],
              }
            })}
          />
        </section>
      ) : null}
    </>
  )
}

function DutyPart({
  standing,
  programme,
}: {
  readonly standing: RegisteredDuty
  readonly programme: Programme
}) {
  const t = useWords()
  const { duty, period, required, subjects, others } = standing
  const { name } = period
  const phase = name.type === 'phase' ? programme.phases.find(({ id }) => id === name.id) : undefined
  const when =
    name.type === 'year'
      ? t('duties.year', { year: String(name.year) })
      : t('duties.inPhase', { phase: phase ? ownWords(phase.title) : name.id })
  const title = ownWords(duty.title)
  const rowOf = (subject: CountedSubject, asked: boolean) => ({
    id: subject.persons.map(({ id }) => id).join(' ') || duty.id,
    words: [],
    cells: [
      subject.persons.length === 0 ? t('duties.team') : joined(subject.persons.map(nameOf)),
      <b key="count" className="lining">
        {asked ? `${subject.counted}/${required}` : subject.counted}
      </b>,
      <Evidence key="what" subject={subject} />,
    ],
  })
  return (
    <section className={s.part} aria-label={title}>
      <h2>
        {title} <small>{when}</small>
      </h2>
      {subjects.length === 0 ? <p className={s.empty}>{t('duties.nobody')}</p> : null}
      {subjects.length > 0 ? (
        <RegisterTable
          caption={title}
          look={s.duties}
          columns={[t('duties.who'), t('duties.counted'), t('duties.what')]}
          rows={subjects.map(subject => rowOf(subject, true))}
        />
      ) : null}
      {others.length > 0 ? (
        <>
          <h3 className={s.others}>{t('duties.others')}</h3>
          <RegisterTable
            caption={t('duties.others')}
            look={s.duties}
            columns={[t('duties.who'), t('duties.counted'), t('duties.what')]}
            rows={others.map(subject => rowOf(subject, false))}
          />
        </>
      ) : null}
      <p className={s.source}>{t('duties.source', { source: duty.source })}</p>
    </section>
  )
}

/** Each visit or meeting with its place, and why it does not count yet. */
function Evidence({ subject }: { readonly subject: CountedSubject }) {
  const t = useWords()
  if (subject.done === 0) return <span className="soft">{t('duties.nothingYet')}</span>
  return (
    <ul className={s.evidence}>
      {subject.visits.map(({ entry, why }) => {
        const day = entry.date === null ? '' : plainDay(entry.date)
        return (
          <li key={`${entry.documentId}/${entry.path}`}>
            <Link href={sourceOf(entry.documentId, entry.path)}>
              {entry.group === null
                ? t('duties.visitNoGroup', { day })
                : t('duties.visitTo', { group: entry.group, day })}
            </Link>
            <small className={why === null ? undefined : s.look}>
              {why === null ? t('duties.counts') : t(`why.${why}`)}
            </small>
          </li>
        )
      })}
      {subject.meetings.map(({ entry, isCounted }) => (
        <li key={entry.documentId}>
          <Link href={sourceOf(entry.documentId, entry.path)}>
            {[entry.meeting.name, entry.date === null ? '' : plainDay(entry.date)].filter(Boolean).join(', ')}
          </Link>
          <small className={isCounted ? undefined : s.look}>
            {isCounted ? t('duties.counts') : t('duties.meetingOpen')}
          </small>
        </li>
      ))}
    </ul>
  )
}

function Coverage(props: {
  readonly programme: Programme
  readonly coverage: NonNullable<ProgrammeStanding['coverage']>
}) {
  const t = useWords()
  const { roles, persons, minPersons, isCovered } = props.coverage
  const titleOf = (id: string): string => {
    const role = props.programme.roles.find(own => own.id === id)
    return role ? ownWords(role.title) : id
  }
  return (
    <section className={s.part} aria-label={t('duties.roles')}>
      <h2>{t('duties.roles')}</h2>
      <p className={isCovered ? undefined : s.lookAt}>
        {isCovered
          ? t('duties.covered', { count: persons })
          : t('duties.notCovered', { persons, min: minPersons })}
      </p>
      <RegisterTable
        caption={t('duties.roles')}
        look={s.phases}
        columns={[t('duties.role'), t('duties.who')]}
        rows={roles.map(({ role, persons: own }) => ({
          id: role,
          words: [],
          cells: [
            titleOf(role),
            own.length === 0 ? (
              <span className={s.look}>{t('duties.roleEmpty')}</span>
            ) : (
              joined(own.map(nameOf))
            ),
          ],
        }))}
      />
    </section>
  )
}

function Groups({ groups }: { readonly groups: NonNullable<ProgrammeStanding['groups']> }) {
  const t = useWords()
  const { target, count, missing, isAbove } = groups
  return (
    <section className={s.part} aria-label={t('duties.groups')}>
      <h2>
        {t('duties.groups')} <small className="lining">{t('duties.gauge', { count, target })}</small>
      </h2>
      {groups.groups.length === 0 ? (
        <p className={s.empty}>{t('duties.groupsEmpty')}</p>
      ) : (
        <>
          <p>
            {missing > 0
              ? t('duties.missing', { count: missing })
              : isAbove
                ? t('duties.above', { target })
                : t('duties.reached')}
          </p>
          <RegisterTable
            caption={t('duties.groups')}
            look={s.groups}
            columns={[t('duties.group'), t('duties.phase'), t('duties.counted')]}
            rows={groups.groups.map(group => ({
              id: `${group.documentId}/${group.path}`,
              words: [],
              cells: [
                <>
                  <Link href={sourceOf(group.documentId, group.path)} className={s.main}>
                    {group.name}
                  </Link>
                  {group.contactPerson === false ? (
                    <small className={s.look}>{t('duties.noContact')}</small>
                  ) : null}
                </>,
                group.phase === null ? t('duties.phaseMissing') : t(`phase.${group.phase}`),
                group.isCounted ? t('duties.isCounted') : t('duties.notCounted'),
              ],
            }))}
          />
        </>
      )}
      <p className={s.source}>{t('duties.bothWays', { target })}</p>
    </section>
  )
}
