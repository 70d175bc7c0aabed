import { useState } from 'react'
import { useThings } from '#client/document/hooks.ts'
import { plainText, useAtom } from '#client/sheet/atom.ts'
import { cx } from '#client/ui/cx.ts'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { contactSchema } from '#shared/kinds/concept/schema.ts'
import s from './Concept.module.css'
import { RowMenu } from './RowMenu.tsx'
import { addRow } from './rowActions.ts'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** Whom a reader may ask (Deckblatt): names or functions with the group's numbers, never private ones. */
export function Contacts() {
  const w = useWords()
  const { session, readOnly } = useConcept()
  const list = session.handle.record('cover').list('contacts')
  const ids = useThings(list)
  const [fresh, setFresh] = useState<string | null>(null)
  if (readOnly && ids.length === 0) return null
  return (
    <div className={cx(s.all, ids.length === 0 && 'noprint')} data-path="cover/contacts">
      {ids.length === 0 ? null : <span className={s.label}>{w('cover.contacts')}</span>}
      {ids.map((id, index) => {
        const row = list.get(id)
        return row ? <Contact key={id} id={id} row={row} place={index + 1} focusFirst={id === fresh} /> : null
      })}
      {readOnly ? null : (
        <button type="button" className="do small noprint" onClick={() => setFresh(addRow(session, list))}>
          {w('cover.contactAdd')}
        </button>
      )}
    </div>
  )
}

function Contact(props: {
  readonly id: string
  readonly row: RecordHandle<typeof contactSchema>
  readonly place: number
  readonly focusFirst: boolean
}) {
  const w = useWords()
  const { session } = useConcept()
  const name = useAtom(props.row, 'name')
  const phone = useAtom(props.row, 'phone')
  const email = useAtom(props.row, 'email')
  return (
    <div className={s.contact}>
      <TextField
        {...plainText(name)}
        quiet
        label={`${w('cover.contact', { number: props.place })}: ${w('cover.contactName')}`}
        placeholder={w('cover.contactName')}
        focusFirst={props.focusFirst}
      />
      <TextField
        {...plainText(phone)}
        quiet
        label={`${w('cover.contact', { number: props.place })}: ${w('cover.contactPhone')}`}
        placeholder={w('cover.contactPhone')}
      />
      <TextField
        {...plainText(email)}
        quiet
        label={`${w('cover.contact', { number: props.place })}: ${w('cover.contactEmail')}`}
        placeholder={w('cover.contactEmail')}
      />
      <RowMenu
        list={session.handle.record('cover').list('contacts')}
        id={props.id}
        name={name.value || w('cover.contact', { number: props.place })}
      />
    </div>
  )
}
