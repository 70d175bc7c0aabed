import { cx } from '#client/ui/cx.ts'
import { DraftFrame } from '#client/ui/fields/DraftFrame.tsx'
import type { Written } from '#client/ui/fields/draft.ts'
import field from '#client/ui/fields/Field.module.css'
import type { FieldProps } from '#client/ui/fields/Field.tsx'
import { useDraft } from '#client/ui/fields/useDraft.ts'
import { type ReadNumber, readCents, readDecimal, writeCents, writeDecimal } from '#shared/rules/money.ts'
import s from './NumericField.module.css'
import { useWords } from './words.ts'

type Props = FieldProps & {
  readonly value: number | null
  readonly write: (value: number | null) => Written
  readonly placeholder?: string
  /** at the right edge, as sums stand below each other */
  readonly atEnd?: boolean
}

/** Euros as people type them, kept in cents; `null` when nothing is entered. A text that could mean two things is refused. */
export const MoneyField = (props: Props) => (
  <NumericField {...props} says="money" read={readCents} show={writeCents} />
)

const readQuantity = (typed: string): ReadNumber => readDecimal(typed, 3)

/** A number with up to three places behind the comma; `null` when nothing is entered. */
export const DecimalField = (props: Props) => (
  <NumericField {...props} says="decimal" read={readQuantity} show={writeDecimal} />
)

function NumericField(
  props: Props & {
    readonly says: 'money' | 'decimal'
    readonly read: (typed: string) => ReadNumber
    readonly show: (value: number) => string
  },
) {
  const w = useWords()
  const { says, read, show } = props
  const written = (value: number | null) => (value === null ? '' : show(value))
  const draft = useDraft(written(props.value), typed => {
    const number = typed.trim() === '' ? { value: null } : read(typed)
    if ('refused' in number) return { problem: w(`${says}.${number.refused}`) }
    const answer = props.write(number.value)
    return 'problem' in answer ? answer : { value: written(number.value) }
  })
  return (
    <DraftFrame field={props} draft={draft}>
      {control => (
        <input
          {...control}
          className={cx(field.control, s.number, props.atEnd && s.atEnd)}
          inputMode="decimal"
          size={5}
          placeholder={props.placeholder ?? '–'}
        />
      )}
    </DraftFrame>
  )
}
