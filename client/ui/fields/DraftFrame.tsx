import { type ReactNode, useId } from 'react'
import { FieldFrame, type FieldProps } from './Field.tsx'
import type { useDraft } from './useDraft.ts'

type BoundDraft = ReturnType<typeof useDraft>

/** What every typed control has of its draft and its field. */
type ControlProps = BoundDraft['control'] & {
  readonly id: string
  readonly value: string
  readonly readOnly: boolean | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
  readonly 'data-path': string
  readonly autoComplete: 'off'
}

/** A field that is typed: its frame, and the control that `children` makes from the draft's props. */
export function DraftFrame(props: {
  readonly field: FieldProps
  readonly draft: BoundDraft
  /** how a value that came meanwhile is written out */
  readonly format?: (value: string) => string
  readonly children: (control: ControlProps) => ReactNode
}) {
  const { field, draft } = props
  const id = useId()
  return (
    <FieldFrame
      id={id}
      label={field.label}
      quiet={field.quiet}
      className={field.className}
      problem={draft.problem}
      other={draft.other && props.format ? props.format(draft.other) : draft.other}
      onTakeOther={draft.drop}
      onLeave={draft.leave}
    >
      {props.children({
        ...draft.control,
        id,
        value: draft.text,
        readOnly: field.readOnly,
        'aria-invalid': draft.problem === null ? undefined : true,
        'aria-describedby': draft.problem === null ? undefined : `${id}-problem`,
        'data-path': field.path,
        autoComplete: 'off',
      })}
    </FieldFrame>
  )
}
