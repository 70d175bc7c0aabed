import { firmChoice, plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { partnerSchema } from '#shared/kinds/concept/schema.ts'
import { ChoicesField } from './ChoicesField.tsx'
import s from './Concept.module.css'
import { optionsOf } from './options.ts'
import { RowMenu } from './RowMenu.tsx'
import { type RowProps, Rows } from './Rows.tsx'
import { Tick } from './Tick.tsx'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** Kooperationspartner (domain.md 3.2): what each brings, how firmly, and that content and money stay with the group. */
export function Partners() {
  const w = useWords()
  const { session } = useConcept()
  return (
    <>
      <Rows
        list={session.handle.list('partners')}
        Row={PartnerRow}
        label={w('section.cooperation')}
        add={w('partner.add')}
        empty={w('partner.empty')}
      />
      <Independence />
    </>
  )
}

function PartnerRow({ id, row, place, focusFirst }: RowProps<typeof partnerSchema>) {
  const w = useWords()
  const { session } = useConcept()
  const name = useAtom(row, 'name')
  const contribution = useAtom(row, 'contribution')
  const commitment = useAtom(row, 'commitment')
  const letter = useAtom(row, 'letterAttached')
  const label = w('partner.name', { number: place })
  return (
    <li data-path={`partners/${id}`} data-row tabIndex={-1} className={s.plain}>
      <TextField
        {...plainText(name)}
        quiet
        label={label}
        placeholder={w('partner.nameNone')}
        focusFirst={focusFirst}
      />
      <RowMenu list={session.handle.list('partners')} id={id} name={name.value || label} />
      <div className={s.fields}>
        <ChoicesField
          className={s.two}
          label={w('partner.contribution')}
          path={contribution.path}
          readOnly={contribution.readOnly}
          value={contribution.value}
          options={optionsOf('contribution')}
          none={w('partner.contributionNone')}
          write={chosen => contribution.set(chosen)}
        />
        <SelectField
          {...firmChoice(commitment)}
          className={s.two}
          label={w('partner.commitment')}
          options={optionsOf('commitment')}
        />
        <div className={s.two}>
          <Tick atom={letter} label={w('partner.letter')} />
        </div>
        <Gloss path={`partners/${id}/letterAttached`} />
      </div>
    </li>
  )
}

/** The sentence that every cooperation needs, offered where it is missing. */
function Independence() {
  const w = useWords()
  const { session, readOnly } = useConcept()
  const independence = useAtom(session.handle.record('partnership'), 'independence')
  const sentence = w('partner.independenceText')
  return (
    <div className={s.alone}>
      <TextField
        {...plainText(independence)}
        label={w('partner.independence')}
        placeholder={w('partner.independenceNone')}
      />
      {independence.value !== '' || readOnly ? null : (
        <button type="button" className="do small noprint" onClick={() => independence.set(sentence)}>
          {w('partner.independenceTake', { text: sentence })}
        </button>
      )}
      <Gloss path="partnership/independence" />
    </div>
  )
}
