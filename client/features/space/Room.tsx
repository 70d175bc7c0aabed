import { type ReactNode, useEffect, useState } from 'react'
import { errorText } from '#client/i18n/errorText.ts'
import { useLanguage, useText } from '#client/i18n/i18n.ts'
import { ownWords } from '#client/i18n/ownWords.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { useLoaded } from '#client/lib/useLoaded.ts'
import type { KindLabel } from '#client/sheet/kindView.ts'
import type { DocumentCard, Member, Space } from '#shared/api/contract.ts'
import type { NamedAssignment, Counters as Standing } from '#shared/api/registers.ts'
import type { PersonId } from '#shared/ids.ts'
import { may } from '#shared/permissions.ts'
import type { Programme, Programmes } from '#shared/programmes/schema.ts'
import { AddPerson } from './AddPerson.tsx'
import { Counters } from './Counters.tsx'
import { MemberLink } from './MemberLink.tsx'
import { MemberRoles } from './MemberRoles.tsx'
import { RegisterLinks } from './RegisterLinks.tsx'
import { RoleForm } from './RoleForm.tsx'
import s from './Room.module.css'
import { RoomShelf } from './RoomShelf.tsx'
import { useWords } from './words.ts'

type People =
  | { state: 'loading' }
  | { state: 'ready'; members: readonly Member[] }
  | { state: 'failed'; why: string }

/** What stands there until the server has answered. */
const nothingYet: {
  readonly programmes: readonly Programme[]
  readonly levelLabels: Programmes['levelLabels']
  readonly roles: readonly NamedAssignment[]
  readonly counters: Standing | null
} = { programmes: [], levelLabels: {}, roles: [], counters: null }

/** Raum (DESIGN, room 2): its counters and registers, its documents, its people and their roles. */
export function Room(props: {
  readonly space: Space
  readonly documents: readonly DocumentCard[]
  /** the kinds by their names, in the order of their shelves */
  readonly kinds: ReadonlyMap<string, KindLabel>
  readonly self: PersonId
  readonly begin: ReactNode
}) {
  const t = useText()
  const { space, kinds } = props
  const language = useLanguage()
  const [people, setPeople] = useState<People>({ state: 'loading' })
  useEffect(() => {
    let isHere = true
    const load = async () => {
      try {
        const members = await rpc.spaces.members({ spaceId: space.id })
        if (isHere) setPeople({ state: 'ready', members })
      } catch (error) {
        if (isHere) setPeople({ state: 'failed', why: errorText(asAppError(error)) })
      }
    }
    void load()
    return () => {
      isHere = false
    }
  }, [space.id])
  const w = useWords()
  const [standing, reload] = useLoaded(async () => {
    const [counters, { programmes, levelLabels }, roles] = await Promise.all([
      rpc.duties.counters({ spaceId: space.id }),
      rpc.duties.programmes(),
      rpc.duties.roles({ spaceId: space.id }),
    ])
    return { counters, programmes, levelLabels, roles }
  }, space.id)
  const [isAssigning, setAssigning] = useState(false)
  const { programmes, levelLabels, roles, counters } =
    standing.state === 'ready' ? standing.value : nothingYet
  const levelLabel = levelLabels[space.level]
  const members = people.state === 'ready' ? people.members : []
  const today = counters?.today ?? ''
  const isPast = (own: NamedAssignment) =>
    (own.to !== null && own.to < today) || !members.some(({ personId }) => personId === own.personId)
  const past = people.state === 'ready' ? roles.filter(isPast) : []
  const rolesOf = (id: PersonId) => roles.filter(own => own.personId === id && !isPast(own))
  const roleProps = { space, members, programmes, today, onChanged: reload }
  const documents = [...props.documents].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))

  return (
    <main className={s.room} id="content" tabIndex={-1}>
      <p className={s.level}>{levelLabel ? ownWords(levelLabel) : t(`spaceLevel.${space.level}`)}</p>
      <h1 tabIndex={-1}>{space.name}</h1>
      {standing.state === 'ready' ? (
        <Counters
          spaceId={space.id}
          self={props.self}
          counters={standing.value.counters}
          programmes={programmes}
        />
      ) : null}
      {standing.state === 'failed' ? <p className={s.level}>{w('notNow')}</p> : null}
      <RegisterLinks spaceId={space.id} />
      {documents.length === 0 ? (
        <section className={s.part}>
          <p className={s.empty}>{props.begin ? t('desk.empty') : t('desk.emptyReader')}</p>
        </section>
      ) : null}
      {[...kinds].map(([kind, label]) => (
        <RoomShelf
          key={kind}
          title={label[language].shelf}
          documents={documents.filter(card => card.kind === kind)}
        />
      ))}
      <RoomShelf title={t('room.other')} documents={documents.filter(card => !kinds.has(card.kind))} />
      {props.begin ? <div className={s.part}>{props.begin}</div> : null}
      <section className={s.part} aria-labelledby="room-people">
        <h2 id="room-people">{w('peopleAndRoles')}</h2>
        {people.state === 'failed' ? <p role="alert">{people.why}</p> : null}
        {people.state === 'ready' ? (
          <ul className={s.lines}>
            {people.members.map(member => (
              <li key={member.personId}>
                <span className={s.name}>{member.displayName}</span>
                <span className={s.when}>{t(`role.${member.role}`)}</span>
                {member.label ? <span className={s.why}>{member.label}</span> : null}
                {may(space.role, 'newLink') && member.personId !== props.self ? (
                  <MemberLink space={space} member={member} />
                ) : null}
                {rolesOf(member.personId).length > 0 ? (
                  <MemberRoles {...roleProps} assignments={rolesOf(member.personId)} />
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        {past.length > 0 ? (
          <details className={s.past}>
            <summary className="do small">{w('formerTitle')}</summary>
            <ul className={s.lines}>
              {past.map(own => (
                <li key={own.id}>
                  <span className={s.name}>{own.name ?? w('former')}</span>
                  <MemberRoles {...roleProps} assignments={[own]} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        {isAssigning ? (
          <RoleForm
            {...roleProps}
            before={null}
            onDone={done => {
              setAssigning(false)
              if (done) reload()
            }}
          />
        ) : may(space.role, 'appoint') && programmes.some(({ level }) => level === space.level) ? (
          <p className="dos">
            <button type="button" className="do" onClick={() => setAssigning(true)}>
              {w('assign')}
            </button>
          </p>
        ) : null}
        {may(space.role, 'addPerson') ? (
          <AddPerson
            space={space}
            onAdded={member =>
              setPeople(before =>
                before.state === 'ready' ? { state: 'ready', members: [...before.members, member] } : before,
              )
            }
          />
        ) : null}
      </section>
    </main>
  )
}
