import { type ReactNode, useEffect, useState } from 'react'
import { errorText } from '#client/i18n/errorText.ts'
import { useLanguage, useText } from '#client/i18n/i18n.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import type { KindLabel } from '#client/sheet/kindView.ts'
import type { DocumentCard, Member, Space } from '#shared/api/contract.ts'
import type { PersonId } from '#shared/ids.ts'
import { may } from '#shared/permissions.ts'
import { AddPerson } from './AddPerson.tsx'
import { MemberLink } from './MemberLink.tsx'
import s from './Room.module.css'
import { RoomShelf } from './RoomShelf.tsx'

type People =
  | { state: 'loading' }
  | { state: 'ready'; members: readonly Member[] }
  | { state: 'failed'; why: string }

/** Raum (DESIGN, room 2): its documents and its people. */
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
  const documents = [...props.documents].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))

  return (
    <main className={s.room} id="content" tabIndex={-1}>
      <p className={s.level}>{t(`spaceLevel.${space.level}`)}</p>
      <h1 tabIndex={-1}>{space.name}</h1>
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
        <h2 id="room-people">{t('room.people')}</h2>
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
              </li>
            ))}
          </ul>
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
