import { useText } from '#client/i18n/i18n.ts'
import { useAtom } from '#client/sheet/atom.ts'
import s from './HeaderForm.module.css'
import { useMinutes } from './useMinutes.ts'

/** Formalia (domain.md 2.2): whether the agenda was accepted. Changes to it stand in the running text. */
export function AgendaApproved() {
  const t = useText()
  const { session, readOnly } = useMinutes()
  const approved = useAtom(session.handle.record('formalia'), 'agendaApproved')
  return (
    <label className={`${s.tick} ${s.wide}`}>
      <input
        type="checkbox"
        data-path="formalia/agendaApproved"
        disabled={readOnly}
        checked={approved.value?.approved ?? false}
        onChange={event =>
          approved.set(
            event.currentTarget.checked ? { approved: true, changes: approved.value?.changes ?? [] } : null,
          )
        }
      />
      {t('formalia.agendaApproved')}
    </label>
  )
}
