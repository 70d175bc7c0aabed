import { number, plainText, useAtom } from '#client/sheet/atom.ts'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { evidenceSchema } from '#shared/kinds/concept/schema.ts'
import s from './Concept.module.css'
import { RowMenu } from './RowMenu.tsx'
import { type RowProps, Rows } from './Rows.tsx'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** Belege (domain.md 3.2): what is claimed, where it stands, and from which minutes an early-warning signal comes. */
export function Evidence() {
  const w = useWords()
  const { session, readOnly } = useConcept()
  const list = session.handle.list('evidence')
  if (readOnly && list.ids().length === 0) return null
  return <Rows list={list} Row={EvidenceRow} label={w('evidence.title')} add={w('evidence.add')} empty="" />
}

function EvidenceRow({ id, row, place, focusFirst }: RowProps<typeof evidenceSchema>) {
  const w = useWords()
  const { session } = useConcept()
  const claim = useAtom(row, 'claim')
  const source = useAtom(row, 'source')
  const year = useAtom(row, 'year')
  const fromMinutes = useAtom(row, 'fromMinutes')
  const name = claim.value || w('evidence.unnamed', { number: place })
  return (
    <li data-path={`evidence/${id}`} data-row tabIndex={-1} className={s.plain}>
      <TextField
        {...plainText(claim)}
        quiet
        label={`${w('evidence.unnamed', { number: place })}: ${w('evidence.claim')}`}
        placeholder={w('evidence.claimNone')}
        focusFirst={focusFirst}
      />
      <RowMenu list={session.handle.list('evidence')} id={id} name={name} />
      <div className={s.fields}>
        <TextField {...plainText(source)} className={s.two} label={w('evidence.source')} placeholder="–" />
        <NumberField {...number(year)} label={w('evidence.year')} placeholder="–" />
        <TextField
          {...plainText(fromMinutes)}
          className={s.three}
          label={w('evidence.fromMinutes')}
          placeholder={w('evidence.fromMinutesNone')}
        />
      </div>
    </li>
  )
}
