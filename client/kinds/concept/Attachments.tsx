import { firmChoice, plainText, useAtom } from '#client/sheet/atom.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { attachmentSchema } from '#shared/kinds/concept/schema.ts'
import s from './Concept.module.css'
import { optionsOf } from './options.ts'
import { RowMenu } from './RowMenu.tsx'
import { type RowProps, Rows } from './Rows.tsx'
import { Tick } from './Tick.tsx'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** Anlagen (domain.md 3.2): letters, offers, the decision of the members. */
export function Attachments() {
  const w = useWords()
  const { session } = useConcept()
  return (
    <Rows
      list={session.handle.list('attachments')}
      Row={AttachmentRow}
      label={w('section.attachments')}
      add={w('attachment.add')}
      empty={w('attachment.empty')}
    />
  )
}

function AttachmentRow({ id, row, place, focusFirst }: RowProps<typeof attachmentSchema>) {
  const w = useWords()
  const { session } = useConcept()
  const title = useAtom(row, 'title')
  const kind = useAtom(row, 'attachmentKind')
  const enclosed = useAtom(row, 'enclosed')
  const label = w('attachment.title', { number: place })
  return (
    <li data-path={`attachments/${id}`} data-row tabIndex={-1} className={s.plain}>
      <TextField
        {...plainText(title)}
        quiet
        label={label}
        placeholder={w('attachment.titleNone')}
        focusFirst={focusFirst}
      />
      <RowMenu list={session.handle.list('attachments')} id={id} name={title.value || label} />
      <div className={s.under}>
        <SelectField
          {...firmChoice(kind)}
          quiet
          small
          controlClass={s.low}
          label={`${label}: ${w('attachment.kind')}`}
          options={optionsOf('attachmentKind')}
        />
        <Tick atom={enclosed} label={w('attachment.enclosed')} />
      </div>
    </li>
  )
}
