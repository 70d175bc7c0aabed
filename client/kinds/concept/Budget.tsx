import { type ReactNode, useState } from 'react'
import { useThings } from '#client/document/hooks.ts'
import { euros } from '#client/i18n/format.ts'
import { choice, firmChoice, plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { cx } from '#client/ui/cx.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { figuresOf } from '#shared/kinds/concept/figures.ts'
import type { incomeSchema, inKindSchema } from '#shared/kinds/concept/schema.ts'
import { writeCents, writeDecimal } from '#shared/rules/money.ts'
import s from './Budget.module.css'
import { ExpenseRow } from './ExpenseRow.tsx'
import { DecimalField, MoneyField } from './NumericField.tsx'
import { numberOf } from './numberOf.ts'
import { optionsOf } from './options.ts'
import { RowMenu } from './RowMenu.tsx'
import { goDown, isEnterIn, type RowProps } from './Rows.tsx'
import { addRow } from './rowActions.ts'
import { useConcept, useWorkedOut } from './useConcept.ts'
import { useWords } from './words.ts'

/** Finanzplan (domain.md 3.2): expenses, income, what is given in kind, and in one sentence whether they meet. */
export function Budget() {
  return (
    <div className={s.budget} data-path="budget" tabIndex={-1}>
      <Expenses />
      <Incomes />
      <InKind />
      <Sentence />
    </div>
  )
}

/** A table that is written in: Enter goes down and begins a new row below the last one, Tab goes on. */
function Table(props: {
  readonly title: string
  readonly path: string
  readonly ids: readonly string[]
  readonly head: ReactNode
  readonly children: ReactNode
  readonly foot: ReactNode
  readonly empty: string
  readonly addWord: string
  readonly onAdd: () => void
}) {
  const w = useWords()
  const { readOnly } = useConcept()
  const { ids } = props
  return (
    <div className={cx(s.part, ids.length === 0 && 'noprint')} data-path={props.path} tabIndex={-1}>
      <h3 className={s.title}>{props.title}</h3>
      {ids.length === 0 ? (
        <p className="soft">{props.empty}</p>
      ) : (
        <div
          role="presentation"
          onKeyDown={event => {
            if (!readOnly && isEnterIn(event)) goDown(event, props.onAdd)
          }}
        >
          <table className={s.table}>
            <caption className="sr">
              {props.title}. {readOnly ? null : w('budget.keys')}
            </caption>
            <thead>{props.head}</thead>
            <tbody>{props.children}</tbody>
            {props.foot}
          </table>
        </div>
      )}
      <Gloss path={props.path} />
      {readOnly ? null : (
        <p className="dos noprint">
          <button type="button" className="do" onClick={props.onAdd}>
            {props.addWord}
          </button>
        </p>
      )}
    </div>
  )
}

/** An empty head over the column of row menus, which readers do not see. */
function MenuHead() {
  const w = useWords()
  const { readOnly } = useConcept()
  return readOnly ? null : (
    <th scope="col" className={cx(s.menu, 'noprint')}>
      <span className="sr">{w('row.more', { name: '' })}</span>
    </th>
  )
}

function Sum({ cents, span }: { readonly cents: number; readonly span: number }) {
  const w = useWords()
  const { readOnly } = useConcept()
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={span}>
          {w('budget.sum')}
        </th>
        <td className={s.amount} colSpan={readOnly ? 1 : 2}>
          {writeCents(cents)}
        </td>
      </tr>
    </tfoot>
  )
}

function Expenses() {
  const w = useWords()
  const { session } = useConcept()
  const list = session.handle.record('budget').list('expenses')
  const ids = useThings(list)
  const [fresh, setFresh] = useState<string | null>(null)
  const sum = useWorkedOut(session, value => figuresOf(value.budget).expenses)
  return (
    <Table
      title={w('budget.expenses')}
      path="budget/expenses"
      ids={ids}
      empty={w('budget.noExpenses')}
      addWord={w('budget.addExpense')}
      onAdd={() => setFresh(addRow(session, list))}
      head={
        <tr>
          <th scope="col">{w('budget.what')}</th>
          <th scope="col" className={s.end}>
            {w('budget.qty')}
          </th>
          <th scope="col">{w('budget.unit')}</th>
          <th scope="col" className={s.end}>
            {w('budget.price')}
          </th>
          <th scope="col" className={s.end}>
            {w('budget.euro')}
          </th>
          <MenuHead />
        </tr>
      }
      foot={<Sum cents={sum} span={4} />}
    >
      {ids.map((id, index) => {
        const row = list.get(id)
        return row ? (
          <ExpenseRow key={id} id={id} row={row} place={index + 1} focusFirst={id === fresh} />
        ) : null
      })}
    </Table>
  )
}

function Incomes() {
  const w = useWords()
  const { session } = useConcept()
  const list = session.handle.record('budget').list('income')
  const ids = useThings(list)
  const [fresh, setFresh] = useState<string | null>(null)
  const sum = useWorkedOut(session, value => figuresOf(value.budget).income)
  return (
    <Table
      title={w('budget.income')}
      path="budget/income"
      ids={ids}
      empty={w('budget.noIncome')}
      addWord={w('budget.addIncome')}
      onAdd={() => setFresh(addRow(session, list))}
      head={
        <tr>
          <th scope="col">{w('budget.from')}</th>
          <th scope="col">{w('budget.status')}</th>
          <th scope="col" className={s.end}>
            {w('budget.euro')}
          </th>
          <MenuHead />
        </tr>
      }
      foot={<Sum cents={sum} span={2} />}
    >
      {ids.map((id, index) => {
        const row = list.get(id)
        return row ? (
          <IncomeRow key={id} id={id} row={row} place={index + 1} focusFirst={id === fresh} />
        ) : null
      })}
    </Table>
  )
}

function IncomeRow({ id, row, place, focusFirst }: RowProps<typeof incomeSchema>) {
  const w = useWords()
  const { session, readOnly } = useConcept()
  const text = useAtom(row, 'text')
  const source = useAtom(row, 'source')
  const amountCents = useAtom(row, 'amountCents')
  const status = useAtom(row, 'status')
  const name = w('budget.incomeName', { number: place })
  return (
    <tr data-path={`budget/income/${id}`} data-row tabIndex={-1}>
      <th scope="row" className={s.what}>
        <TextField
          {...plainText(text)}
          quiet
          label={`${name}: ${w('budget.from')}`}
          placeholder={w('budget.fromNone')}
          focusFirst={focusFirst}
        />
        <span className={cx(s.under, source.value === null && 'noprint')}>
          <SelectField
            {...choice(source)}
            quiet
            small
            controlClass={s.low}
            label={`${name}: ${w('budget.source')}`}
            options={optionsOf('source')}
            none={w('budget.sourceNone')}
          />
        </span>
      </th>
      <td className={s.status}>
        <SelectField
          {...firmChoice(status)}
          quiet
          small
          label={`${name}: ${w('budget.status')}`}
          options={optionsOf('incomeStatus')}
        />
      </td>
      <td className={s.amount}>
        <MoneyField {...numberOf(amountCents)} quiet atEnd label={`${name}: ${w('budget.amount')}`} />
        <span className={s.euro} aria-hidden="true">
          €
        </span>
      </td>
      {readOnly ? null : (
        <td className={cx(s.menu, 'noprint')}>
          <RowMenu list={session.handle.record('budget').list('income')} id={id} name={text.value || name} />
        </td>
      )}
    </tr>
  )
}

function InKind() {
  const w = useWords()
  const { session } = useConcept()
  const list = session.handle.record('budget').list('inKind')
  const ids = useThings(list)
  const [fresh, setFresh] = useState<string | null>(null)
  return (
    <Table
      title={w('budget.inKind')}
      path="budget/inKind"
      ids={ids}
      empty={w('budget.inKindHint')}
      addWord={w('budget.addInKind')}
      onAdd={() => setFresh(addRow(session, list))}
      head={
        <tr>
          <th scope="col">{w('budget.what')}</th>
          <th scope="col" className={s.end}>
            {w('budget.hours')}
          </th>
          <MenuHead />
        </tr>
      }
      foot={null}
    >
      {ids.map((id, index) => {
        const row = list.get(id)
        return row ? (
          <InKindRow key={id} id={id} row={row} place={index + 1} focusFirst={id === fresh} />
        ) : null
      })}
    </Table>
  )
}

function InKindRow({ id, row, place, focusFirst }: RowProps<typeof inKindSchema>) {
  const w = useWords()
  const { session, readOnly } = useConcept()
  const text = useAtom(row, 'text')
  const hours = useAtom(row, 'hours')
  const name = w('budget.inKindName', { number: place })
  return (
    <tr data-path={`budget/inKind/${id}`} data-row tabIndex={-1}>
      <th scope="row" className={s.what}>
        <TextField
          {...plainText(text)}
          quiet
          label={`${name}: ${w('budget.what')}`}
          placeholder={w('budget.whatNone')}
          focusFirst={focusFirst}
        />
      </th>
      <td className={s.amount}>
        <DecimalField {...numberOf(hours)} quiet atEnd label={`${name}: ${w('budget.hours')}`} />
        <span className={s.euro} aria-hidden="true">
          {w('budget.hours')}
        </span>
      </td>
      {readOnly ? null : (
        <td className={cx(s.menu, 'noprint')}>
          <RowMenu list={session.handle.record('budget').list('inKind')} id={id} name={text.value || name} />
        </td>
      )}
    </tr>
  )
}

/** Whether expenses and income meet, and how much of it may be asked for: in words, live. */
function Sentence() {
  const w = useWords()
  const { session } = useConcept()
  const { expenses, income, eligible, requested, difference, inKindHours } = useWorkedOut(session, value =>
    figuresOf(value.budget),
  )
  if (expenses === 0 && income === 0) return null
  const values = { expenses: euros(expenses), income: euros(income), difference: euros(Math.abs(difference)) }
  return (
    <p className={cx(s.sentence, difference !== 0 && s.open)} data-budget-sentence>
      {difference === 0
        ? w('budget.balanced', { sum: euros(expenses) })
        : difference < 0
          ? w('budget.short', values)
          : w('budget.left', values)}{' '}
      {requested > 0 ? w('budget.asked', { requested: euros(requested), eligible: euros(eligible) }) : null}{' '}
      {inKindHours > 0 ? w('budget.hoursOf', { hours: writeDecimal(inKindHours) }) : null}
    </p>
  )
}
