import { euros } from '#client/i18n/format.ts'
import { choice, plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { attempt } from '#client/sheet/writing.ts'
import { cx } from '#client/ui/cx.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { expenseSchema } from '#shared/kinds/concept/schema.ts'
import { productOf, writeFactor } from './amount.ts'
import s from './Budget.module.css'
import { ChoicesField } from './ChoicesField.tsx'
import { DecimalField, MoneyField } from './NumericField.tsx'
import { numberOf } from './numberOf.ts'
import { optionsOf, wordFor } from './options.ts'
import { RowMenu } from './RowMenu.tsx'
import type { RowProps } from './Rows.tsx'
import { useConcept, useWorkedOut } from './useConcept.ts'
import { useWords } from './words.ts'

/** One expense: what for, how many at what price, the amount; below it kind, eligibility, and which income pays. */
export function ExpenseRow({ id, row, place, focusFirst }: RowProps<typeof expenseSchema>) {
  const w = useWords()
  const { session, readOnly } = useConcept()
  const text = useAtom(row, 'text')
  const category = useAtom(row, 'category')
  const qty = useAtom(row, 'qty')
  const unit = useAtom(row, 'unit')
  const unitCents = useAtom(row, 'unitCents')
  const amountCents = useAtom(row, 'amountCents')
  const eligible = useAtom(row, 'eligible')
  const fundedBy = useAtom(row, 'fundedBy')
  const sources = useWorkedOut(session, value =>
    value.budget.income.map(line => ({
      value: line.id,
      label: line.text || (line.source === null ? '–' : wordFor('source', line.source)),
    })),
  )
  const name = w('budget.lineName', { number: place })
  const path = `budget/expenses/${id}`
  const product = productOf(qty.value, unitCents.value)

  return (
    <tr data-path={path} data-row tabIndex={-1}>
      <th scope="row" className={s.what}>
        <TextField
          {...plainText(text)}
          quiet
          label={`${name}: ${w('budget.what')}`}
          placeholder={w('budget.whatNone')}
          focusFirst={focusFirst}
        />
        <span className={s.under}>
          <SelectField
            {...choice(category)}
            quiet
            small
            className={cx(category.value === null && 'noprint')}
            controlClass={s.low}
            label={`${name}: ${w('budget.category')}`}
            options={optionsOf('category')}
            none={w('budget.categoryNone')}
          />
          <SelectField
            path={eligible.path}
            readOnly={eligible.readOnly}
            quiet
            small
            className={cx(eligible.value && 'noprint')}
            controlClass={s.low}
            label={`${name}: ${w('budget.eligible')}`}
            value={eligible.value ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: w('budget.eligible') },
              { value: 'no', label: w('budget.ineligible') },
            ]}
            write={next => eligible.set(next === 'yes')}
          />
          {sources.length === 0 && fundedBy.value.length === 0 ? null : (
            <span className={cx(s.paid, fundedBy.value.length === 0 && 'noprint')}>
              {fundedBy.value.length === 0 ? null : (
                <span aria-hidden="true">{w('budget.fundedByShort')}</span>
              )}
              <ChoicesField
                quiet
                small
                label={`${name}: ${w('budget.fundedBy')}`}
                path={fundedBy.path}
                readOnly={fundedBy.readOnly}
                value={fundedBy.value}
                options={sources}
                none={w('budget.fundedByNone')}
                unknown={() => w('row.gone')}
                write={ids => fundedBy.set(ids)}
              />
            </span>
          )}
        </span>
        <Gloss path={`${path}/qty`} />
        <Gloss path={`${path}/unitCents`} />
        <Gloss path={`${path}/amountCents`} />
        <Gloss path={`${path}/eligible`} />
        <Gloss path={`${path}/fundedBy`} />
      </th>
      <td className={s.qty}>
        <DecimalField
          {...numberOf(qty)}
          quiet
          atEnd
          label={`${name}: ${w('budget.qty')}`}
          write={value =>
            attempt(
              session,
              () => writeFactor(row, { qty: value }),
              () => null,
            )
          }
        />
      </td>
      <td className={s.unit}>
        <TextField
          {...plainText(unit)}
          quiet
          label={`${name}: ${w('budget.unit')}`}
          placeholder={w('budget.unitNone')}
        />
      </td>
      <td className={s.price}>
        <span className={s.at} aria-hidden="true">
          {w('budget.price')}
        </span>
        <MoneyField
          {...numberOf(unitCents)}
          quiet
          atEnd
          label={`${name}: ${w('budget.price')}`}
          write={value =>
            attempt(
              session,
              () => writeFactor(row, { unitCents: value }),
              () => null,
            )
          }
        />
      </td>
      <td className={s.amount}>
        <MoneyField {...numberOf(amountCents)} quiet atEnd label={`${name}: ${w('budget.amount')}`} />
        <span className={s.euro} aria-hidden="true">
          €
        </span>
        {readOnly || product === null || product === amountCents.value ? null : (
          <button
            type="button"
            className="do small noprint"
            aria-label={w('budget.takeAmountOf', { name, amount: euros(product) })}
            onClick={() => amountCents.set(product)}
          >
            {w('budget.takeAmount', { amount: euros(product) })}
          </button>
        )}
      </td>
      {readOnly ? null : (
        <td className={cx(s.menu, 'noprint')}>
          <RowMenu
            list={session.handle.record('budget').list('expenses')}
            id={id}
            name={text.value || name}
          />
        </td>
      )}
    </tr>
  )
}
