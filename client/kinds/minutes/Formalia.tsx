import { useField } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { part } from '#client/lib/part.ts'
import { useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { Later } from '#client/ui/Later.tsx'
import { documentIdSchema } from '#shared/ids.ts'
import s from './HeaderForm.module.css'
import { LineList } from './LineList.tsx'
import { useMinutes } from './useMinutes.ts'
import { useWords } from './words.ts'

const ApprovePrevious = part(async () => (await import('./decided/ApprovePrevious.tsx')).ApprovePrevious)

/** Formalia (domain.md 2.2): whether agenda and previous minutes were approved, with which changes or objections. */
export function Formalia() {
  const t = useText()
  const w = useWords()
  const { session, readOnly } = useMinutes()
  const formalia = session.handle.record('formalia')
  const agenda = useAtom(formalia, 'agendaApproved')
  const previous = useAtom(formalia, 'previousMinutes')
  const previousId = documentIdSchema.safeParse(
    useField(session.handle.record('header'), 'previousMinutesId'),
  )
  const changes = agenda.value?.changes ?? []
  const objections = previous.value?.objections ?? []
  return (
    <div className={s.formalia} role="group" aria-label={w('formalia.title')} data-path="formalia">
      <div>
        <label className={s.tick}>
          <input
            type="checkbox"
            data-path={agenda.path}
            disabled={readOnly}
            checked={agenda.value?.approved ?? false}
            onChange={({ currentTarget: { checked } }) =>
              agenda.set(checked || changes.length > 0 ? { approved: checked, changes } : null)
            }
          />
          {t('formalia.agendaApproved')}
        </label>
        <LineList
          label={w('formalia.changes')}
          path={`${agenda.path}/changes`}
          lines={changes}
          readOnly={readOnly}
          lineLabel={number => w('formalia.change', { number })}
          placeholder={w('formalia.changeNone')}
          add={w('formalia.addChange')}
          write={lines => {
            const approved = agenda.value?.approved ?? false
            return agenda.try(approved || lines.length > 0 ? { approved, changes: lines } : null)
          }}
        />
      </div>
      <div>
        <label className={s.tick}>
          <input
            type="checkbox"
            data-path={previous.path}
            disabled={readOnly}
            checked={previous.value?.approved ?? false}
            onChange={({ currentTarget: { checked } }) =>
              previous.set(checked || objections.length > 0 ? { approved: checked, objections } : null)
            }
          />
          {w('formalia.previousApproved')}
        </label>
        <LineList
          label={w('formalia.objections')}
          path={`${previous.path}/objections`}
          lines={objections}
          readOnly={readOnly}
          lineLabel={number => w('formalia.objection', { number })}
          placeholder={w('formalia.objectionNone')}
          add={w('formalia.addObjection')}
          write={lines => {
            const approved = previous.value?.approved ?? false
            return previous.try(approved || lines.length > 0 ? { approved, objections: lines } : null)
          }}
        />
        {previousId.success ? (
          <Later>
            <ApprovePrevious previous={previousId.data} />
          </Later>
        ) : null}
      </div>
      <Gloss path="formalia" />
    </div>
  )
}
