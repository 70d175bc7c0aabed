import { type FormEvent, useState } from 'react'
import { errorText } from '#client/i18n/errorText.ts'
import { useText } from '#client/i18n/i18n.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { formWord } from '#client/ui/formWord.ts'
import { LinkSlip } from '#client/ui/LinkSlip.tsx'
import type { Member, Space } from '#shared/api/contract.ts'
import { roleSchema } from '#shared/permissions.ts'
import s from './Room.module.css'

type State =
  | { state: 'resting' }
  | { state: 'naming'; why: string | null }
  | { state: 'sending' }
  /** the link is shown once; the server keeps only its hash */
  | { state: 'done'; name: string; link: string }

/** Adds somebody and shows their personal link to hand over; nobody gets a mail. */
export function AddPerson(props: { readonly space: Space; readonly onAdded: (member: Member) => void }) {
  const t = useText()
  const [now, setNow] = useState<State>({ state: 'resting' })

  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => formWord(form, name)
    setNow({ state: 'sending' })
    try {
      const { member, link } = await rpc.spaces.addPerson({
        spaceId: props.space.id,
        displayName: word('displayName'),
        label: word('label'),
        role: roleSchema.parse(word('role')),
      })
      props.onAdded(member)
      setNow({ state: 'done', name: member.displayName, link })
    } catch (error) {
      setNow({ state: 'naming', why: errorText(asAppError(error)) })
    }
  }

  if (now.state === 'resting') {
    return (
      <button type="button" className="do" onClick={() => setNow({ state: 'naming', why: null })}>
        {t('person.add')}
      </button>
    )
  }
  if (now.state === 'done') {
    return (
      <div className={s.handOver}>
        <LinkSlip link={now.link} onDone={() => setNow({ state: 'resting' })}>
          <p>{t('person.done', { name: now.name })}</p>
          <p className="note soft">{t('person.once')}</p>
        </LinkSlip>
      </div>
    )
  }
  return (
    <form className={s.form} onSubmit={event => void add(event)}>
      <label>
        <span>{t('person.name')}</span>
        <input name="displayName" required maxLength={120} autoComplete="off" autoFocus />
        <small>{t('person.nameHint')}</small>
      </label>
      <label>
        <span>{t('person.label')}</span>
        <input name="label" maxLength={120} autoComplete="off" />
      </label>
      <label>
        <span>{t('person.role')}</span>
        <select name="role" defaultValue="editor">
          {roleSchema.options.map(role => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
        </select>
      </label>
      {now.state === 'naming' && now.why ? (
        <p className={s.problem} role="alert">
          {now.why}
        </p>
      ) : null}
      <p className="dos">
        <button type="submit" className="do main" disabled={now.state === 'sending'}>
          {t('person.do')}
        </button>
        <button type="button" className="do" onClick={() => setNow({ state: 'resting' })}>
          {t('new.cancel')}
        </button>
      </p>
    </form>
  )
}
