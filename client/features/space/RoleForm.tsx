import { type FormEvent, useState } from 'react'
import { errorText } from '#client/i18n/errorText.ts'
import { isoDay, plainDay } from '#client/i18n/format.ts'
import { ownWords } from '#client/i18n/ownWords.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { randomUuid } from '#client/lib/uuid.ts'
import { cx } from '#client/ui/cx.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { formWord } from '#client/ui/formWord.ts'
import f from '#client/ui/SlipForm.module.css'
import type { Member, Space } from '#shared/api/contract.ts'
import type { NamedAssignment } from '#shared/api/registers.ts'
import type { Programme } from '#shared/programmes/schema.ts'
import s from './Roles.module.css'
import { roleTitle } from './roleWords.ts'
import { useWords } from './words.ts'

/** Writes a role down, or changes it (`before`): who, which, from when to when, by whom. */
export function RoleForm(props: {
  readonly space: Space
  readonly members: readonly Member[]
  readonly programmes: readonly Programme[]
  readonly before: NamedAssignment | null
  readonly onDone: (assignment: NamedAssignment | null) => void
}) {
  const t = useWords()
  const { before, members, programmes, space } = props
  // the final id: sent twice, it is written once
  const [id] = useState(() => before?.id ?? randomUuid())
  const [from, setFrom] = useState(before?.from ?? isoDay(new Date()))
  const [to, setTo] = useState(before?.to ?? null)
  const [why, setWhy] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const roles = programmes.filter(({ level }) => level === space.level).flatMap(own => own.roles)
  const isMember = members.some(({ personId }) => personId === before?.personId)
  const isKnown = roles.some(own => own.id === before?.role)

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (to !== null && to < from) return setWhy(t('backwards'))
    setSending(true)
    setWhy(null)
    try {
      const assignment = {
        id,
        personId: formWord(form, 'personId'),
        role: formWord(form, 'role'),
        from,
        to,
        appointedBy: formWord(form, 'appointedBy'),
      }
      props.onDone(await rpc.duties.assign({ spaceId: space.id, assignment }))
    } catch (error) {
      setWhy(errorText(asAppError(error)))
      setSending(false)
    }
    return undefined
  }

  return (
    <form className={cx(f.form, s.form)} onSubmit={event => void send(event)}>
      <label>
        <span className="note soft">{t('who')}</span>
        <select name="personId" defaultValue={before?.personId} autoFocus>
          {before && !isMember ? <option value={before.personId}>{before.name ?? t('former')}</option> : null}
          {members.map(({ personId, displayName }) => (
            <option key={personId} value={personId}>
              {displayName}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="note soft">{t('role')}</span>
        <select name="role" defaultValue={before?.role}>
          {before && !isKnown ? (
            <option value={before.role}>{roleTitle(programmes, before.role)}</option>
          ) : null}
          {roles.map(own => (
            <option key={own.id} value={own.id}>
              {ownWords(own.title)}
            </option>
          ))}
        </select>
      </label>
      <div className={s.days}>
        <DateField
          label={t('fromDay')}
          path="role/from"
          value={from}
          format={plainDay}
          write={day => {
            setFrom(day ?? from)
            return { value: day ?? from }
          }}
        />
        <DateField
          label={t('toDay')}
          path="role/to"
          value={to}
          format={plainDay}
          write={day => {
            setTo(day)
            return { value: day ?? '' }
          }}
        />
      </div>
      <p className="note soft">{t('toHint')}</p>
      <label>
        <span className="note soft">{t('by')}</span>
        <input
          name="appointedBy"
          maxLength={200}
          autoComplete="off"
          defaultValue={before?.appointedBy ?? ''}
          placeholder={t('byExample')}
        />
      </label>
      {why ? (
        <p className={f.problem} role="alert">
          {why}
        </p>
      ) : null}
      <p className="dos">
        <button type="submit" className="do main" disabled={isSending}>
          {t('save')}
        </button>
        <button type="button" className="do" onClick={() => props.onDone(null)}>
          {t('cancel')}
        </button>
      </p>
    </form>
  )
}
