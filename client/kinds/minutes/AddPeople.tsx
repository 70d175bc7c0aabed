import { useId, useState } from 'react'
import { useThings } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { randomToken } from '#client/lib/ids.ts'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { Popover } from '#client/ui/Popover.tsx'
import type { Member } from '#shared/api/contract.ts'
import s from './Attendance.module.css'
import { useMinutes } from './useMinutes.ts'

/** Members one by one or all, and guests by name. A member's row is keyed by the person, so nobody stands there twice. */
export function AddPeople() {
  const t = useText()
  const id = useId()
  const { session } = useMinutes()
  const list = session.handle.list('attendance')
  const there = useThings(list)
  const [guest, setGuest] = useState('')
  const missing = session.members.filter(member => !there.includes(member.personId))

  const add = (members: readonly Member[]) => {
    step(session, () => {
      for (const member of members) {
        list.add(member.personId, {
          status: 'anwesend',
          voting: member.role === 'editor' || member.role === 'coordinator' ? 'stimmberechtigt' : 'beratend',
        })
      }
    })
    announce(t('attendance.added', { count: members.length }))
  }
  const addGuest = () => {
    const name = guest.trim()
    if (name === '') return
    step(session, () => list.add(`g${randomToken()}`, { name, status: 'gast', voting: 'ohne' }))
    setGuest('')
    announce(t('attendance.added', { count: 1 }))
  }

  return (
    <Popover label={t('attendance.add')}>
      {() => (
        <>
          {missing.length > 0 ? (
            <div className={s.add}>
              {missing.length > 1 ? (
                <button type="button" className="do" onClick={() => add(missing)}>
                  {t('attendance.addAll')}
                </button>
              ) : null}
              {missing.map(member => (
                <button key={member.personId} type="button" className="do" onClick={() => add([member])}>
                  {member.displayName}
                  {member.label ? <small>{member.label}</small> : null}
                </button>
              ))}
            </div>
          ) : null}
          <form
            className={s.guest}
            onSubmit={event => {
              event.preventDefault()
              addGuest()
            }}
          >
            <label className="note soft" htmlFor={id}>
              {t('attendance.guest')}
            </label>
            <input
              id={id}
              value={guest}
              autoComplete="off"
              onChange={event => setGuest(event.currentTarget.value)}
            />
            <div>
              <button type="submit" className="do">
                {t('attendance.addGuest')}
              </button>
            </div>
          </form>
        </>
      )}
    </Popover>
  )
}
