import { useState } from 'react'
import { errorText } from '#client/i18n/errorText.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { offered } from '#client/ui/offer.ts'
import type { Member, Space } from '#shared/api/contract.ts'
import type { NamedAssignment } from '#shared/api/registers.ts'
import { may } from '#shared/permissions.ts'
import type { Programme } from '#shared/programmes/schema.ts'
import { RoleForm } from './RoleForm.tsx'
import s from './Roles.module.css'
import { roleLine, roleTitle } from './roleWords.ts'
import { useWords } from './words.ts'

/** The roles of one person with their days; whoever coordinates changes and removes them, with a way back. */
export function MemberRoles(props: {
  readonly space: Space
  readonly members: readonly Member[]
  readonly programmes: readonly Programme[]
  readonly assignments: readonly NamedAssignment[]
  readonly today: string
  readonly onChanged: () => void
}) {
  const t = useWords()
  const { space, programmes, assignments, today, onChanged } = props
  const [changing, setChanging] = useState<string | null>(null)
  const [why, setWhy] = useState<string | null>(null)

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
      setWhy(null)
      onChanged()
      return true
    } catch (error) {
      setWhy(errorText(asAppError(error)))
      return false
    }
  }
  const remove = async (own: NamedAssignment, role: string) => {
    const { name, ...assignment } = own
    if (!(await attempt(() => rpc.duties.unassign({ spaceId: space.id, id: own.id })))) return
    offered.set({
      says: t('removed', { role, name: name ?? t('former') }),
      does: t('undo'),
      run: () => void attempt(() => rpc.duties.assign({ spaceId: space.id, assignment })),
    })
  }

  return (
    <ul className={s.roles}>
      {assignments.map(own => {
        const role = roleTitle(programmes, own.role)
        const name = own.name ?? t('former')
        if (changing === own.id)
          return (
            <li key={own.id}>
              <RoleForm
                space={space}
                members={props.members}
                programmes={programmes}
                before={own}
                onDone={done => {
                  setChanging(null)
                  if (done) onChanged()
                }}
              />
            </li>
          )
        return (
          <li key={own.id}>
            <span>
              {roleLine(role, own, today)}
              {own.appointedBy ? `, ${t('appointed', { by: own.appointedBy })}` : ''}
            </span>
            {may(space.role, 'appoint') ? (
              <span className={`${s.dos} noprint`}>
                <button
                  type="button"
                  className="do small"
                  aria-label={t('changeOf', { role, name })}
                  onClick={() => setChanging(own.id)}
                >
                  {t('change')}
                </button>
                <button
                  type="button"
                  className="do small"
                  aria-label={t('removeOf', { role, name })}
                  onClick={() => void remove(own, role)}
                >
                  {t('remove')}
                </button>
              </span>
            ) : null}
          </li>
        )
      })}
      {why ? (
        <li role="alert" className={s.why}>
          {why}
        </li>
      ) : null}
    </ul>
  )
}
