import { cx } from '#client/ui/cx.ts'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { mergeFieldNames } from '#shared/rules/mergeFields.ts'
import s from './FactField.module.css'
import { FactText } from './FactText.tsx'

/**
 * A single-line field that may hold merge fields: facts while it is read, `{{…}}` while somebody writes in it. Takes
 * what `TextField` takes.
 */
export function FactField(props: Parameters<typeof TextField>[0]) {
  const holdsFacts = mergeFieldNames(props.value).length > 0
  return (
    <div className={cx(holdsFacts && s.facts, holdsFacts && props.quiet && s.bare, props.className)}>
      <TextField {...props} className={undefined} />
      {holdsFacts ? (
        <p className={cx(s.read, props.textClass)}>
          <FactText text={props.value} />
        </p>
      ) : null}
    </div>
  )
}
