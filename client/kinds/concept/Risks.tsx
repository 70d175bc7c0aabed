import { choice, plainText, useAtom } from '#client/sheet/atom.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { riskSchema } from '#shared/kinds/concept/schema.ts'
import s from './Concept.module.css'
import { optionsOf } from './options.ts'
import { RowMenu } from './RowMenu.tsx'
import { type RowProps, Rows } from './Rows.tsx'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** Risiken (domain.md 3.2): what could happen, how likely, and what is done then. */
export function Risks() {
  const w = useWords()
  const { session } = useConcept()
  return (
    <Rows
      list={session.handle.list('risks')}
      Row={RiskRow}
      label={w('section.risks')}
      add={w('risk.add')}
      empty={w('risk.empty')}
    />
  )
}

function RiskRow({ id, row, place, focusFirst }: RowProps<typeof riskSchema>) {
  const w = useWords()
  const { session } = useConcept()
  const risk = useAtom(row, 'risk')
  const likelihood = useAtom(row, 'likelihood')
  const measure = useAtom(row, 'measure')
  const label = w('risk.risk', { number: place })
  return (
    <li data-path={`risks/${id}`} data-row tabIndex={-1} className={s.plain}>
      <TextField
        {...plainText(risk)}
        quiet
        label={label}
        placeholder={w('risk.riskNone')}
        focusFirst={focusFirst}
      />
      <RowMenu list={session.handle.list('risks')} id={id} name={risk.value || label} />
      <div className={s.fields}>
        <SelectField
          {...choice(likelihood)}
          className={s.two}
          label={w('risk.likelihood')}
          options={optionsOf('likelihood')}
          none="–"
        />
        <TextField
          {...plainText(measure)}
          className={s.four}
          label={w('risk.measure')}
          placeholder={w('risk.measureNone')}
        />
      </div>
    </li>
  )
}
