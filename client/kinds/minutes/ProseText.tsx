import type * as Y from 'yjs'
import { useContainers } from '#client/document/hooks.ts'
import { ProseField } from '#client/editor/ProseField.tsx'
import { TextTools } from '#client/sheet/TextTools.tsx'
import { useMinutes } from './useMinutes.ts'

/** A record with a text of this name. */
type WithText<F extends string> = {
  readonly y: Y.Map<unknown>
  readonly path: readonly string[]
  prose(key: F): Y.XmlFragment | null
}

/** A text of the sheet with its tools. Where a peer lost its container there is nothing to write in until it is back. */
export function ProseText<F extends string>(props: {
  readonly record: WithText<F>
  readonly field: F
  readonly label: string
  readonly placeholder: string
}) {
  const { session, readOnly } = useMinutes()
  const { record, field } = props
  useContainers(record)
  const fragment = record.prose(field)
  const path = [...record.path, field].join('/')
  if (!fragment) return null
  return (
    <>
      <TextTools path={path} />
      <ProseField
        fragment={fragment}
        session={session}
        path={path}
        label={props.label}
        placeholder={props.placeholder}
        readOnly={readOnly}
      />
    </>
  )
}
