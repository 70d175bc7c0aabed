import { plainDay } from '#client/i18n/format.ts'
import { moment, plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { cx } from '#client/ui/cx.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { measureSchema } from '#shared/kinds/concept/schema.ts'
import s from './Concept.module.css'
import { GoalsField } from './GoalsField.tsx'
import { RowMenu } from './RowMenu.tsx'
import { type RowProps, Rows } from './Rows.tsx'
import { useConcept } from './useConcept.ts'
import { WhoField } from './WhoField.tsx'
import { useWords } from './words.ts'

/** Maßnahmen (domain.md 3.2): what is done, for which goals, by whom, from when to when, with what result. */
export function Measures() {
  const w = useWords()
  const { session } = useConcept()
  return (
    <Rows
      list={session.handle.list('measures')}
      Row={MeasureRow}
      label={w('section.measures')}
      add={w('measure.add')}
      empty={w('measure.empty')}
    />
  )
}

function MeasureRow({ id, row, place, focusFirst }: RowProps<typeof measureSchema>) {
  const w = useWords()
  const { session } = useConcept()
  const what = useAtom(row, 'what')
  const goalIds = useAtom(row, 'goalIds')
  const who = useAtom(row, 'who')
  const from = useAtom(row, 'from')
  const to = useAtom(row, 'to')
  const output = useAtom(row, 'output')
  const label = w('measure.what', { number: place })
  const path = `measures/${id}`
  return (
    <li data-path={path} data-row tabIndex={-1} className={s.plain}>
      <TextField
        {...plainText(what)}
        quiet
        label={label}
        placeholder={w('measure.whatNone')}
        focusFirst={focusFirst}
      />
      <RowMenu list={session.handle.list('measures')} id={id} name={what.value || label} />
      <div className={cx(s.fields, s.quarters)}>
        <GoalsField atom={goalIds} label={w('measure.goals')} none={w('measure.goalsNone')} />
        <WhoField atom={who} label={w('measure.who')} />
        <DateField {...moment(from)} label={w('measure.from')} format={plainDay} />
        <DateField {...moment(to)} label={w('measure.to')} format={plainDay} />
        <TextField
          {...plainText(output)}
          className={s.six}
          label={w('measure.output')}
          placeholder={w('measure.outputNone')}
        />
        <Gloss path={`${path}/goalIds`} />
        <Gloss path={`${path}/from`} />
        <Gloss path={`${path}/to`} />
      </div>
    </li>
  )
}
