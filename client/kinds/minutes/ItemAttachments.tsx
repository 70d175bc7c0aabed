import { useField } from '#client/document/hooks.ts'
import { useAtom } from '#client/sheet/atom.ts'
import { goTo } from '#client/sheet/goTo.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { agendaItemSchema, MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import s from './Agenda.module.css'
import h from './HeaderForm.module.css'
import { usePicked } from './usePicked.ts'
import { useWords } from './words.ts'

type Item = RecordHandle<typeof agendaItemSchema>

const namesOf = ({ attachments }: MinutesDraft) => attachments.map(({ id, no, title }) => ({ id, no, title }))

/** „Anlage 1: Kurzbericht …“ below the text of an item; each leads to its line in the list. */
export function ItemAttachments({ item, top }: { readonly item: Item; readonly top: string }) {
  const w = useWords()
  const chosen = useField(item, 'attachments')
  const all = usePicked(namesOf)
  const shown = all.filter(({ id }) => chosen.includes(id))
  if (shown.length === 0) return null
  return (
    <p className={s.attachments}>
      <span className="sr">{w('attachments.ofTop', { top })}: </span>
      {shown.map(({ id, no, title }) => (
        <a
          key={id}
          href={`#attachment-${id}`}
          onClick={event => {
            event.preventDefault()
            goTo(`attachments/${id}`)
          }}
        >
          {no === null ? title : `${w('attachments.number', { number: no })}${title ? `: ${title}` : ''}`}
        </a>
      ))}
    </p>
  )
}

/** Which of the attachments of the minutes go with an item. */
export function ChooseAttachments({ item }: { readonly item: Item }) {
  const w = useWords()
  const chosen = useAtom(item, 'attachments')
  const all = usePicked(namesOf)
  if (all.length === 0) return null
  return (
    <fieldset data-path={chosen.path}>
      <legend className={h.label}>{w('attachments.choose')}</legend>
      {all.map(({ id, no, title }) => (
        <label key={id} className={s.tick}>
          <input
            type="checkbox"
            checked={chosen.value.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              chosen.set(checked ? [...chosen.value, id] : chosen.value.filter(other => other !== id))
            }
          />
          {[no === null ? null : w('attachments.number', { number: no }), title].filter(Boolean).join(': ')}
        </label>
      ))}
    </fieldset>
  )
}
