import { Fragment, type ReactNode } from 'react'
import { FactWord } from '#client/editor/FactWord.tsx'
import { mergeField } from '#shared/rules/mergeFields.ts'

/** One line of text with its facts as they are now; looks and reads as in prose. */
export function FactText({ text }: { readonly text: string }): ReactNode {
  const parts = text.split(mergeField)
  return parts.map((part, index) => (
    // between two pieces of text stands a name
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{index % 2 === 1 ? <FactWord name={part} /> : part}</Fragment>
  ))
}
