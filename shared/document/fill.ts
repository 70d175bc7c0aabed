import type * as Y from 'yjs'
import type { z } from 'zod'
import { strictProse } from './build.ts'
import { type FieldKind, type RecordField, type RecordOf, recordField } from './fields.ts'
import type { RecordHandle } from './handle.ts'

/** The content of a record as plain values, any part of it. Lists stand in order. */
export type ContentOf<O extends z.ZodObject> = {
  readonly [K in keyof O['shape']]?:
    | (FieldKind<O['shape'][K]> extends 'record'
        ? ContentOf<RecordOf<O['shape'][K]>>
        : z.input<O['shape'][K]>)
    | undefined
}

/**
 * Writes prepared content below a record in one transaction. Entries of lists that are there already, and prose
 * in which somebody has written, stay as they are. Throws `badInput` for values that break the schema.
 */
export function fillRecord<O extends z.ZodObject>(
  schema: O,
  handle: RecordHandle<O>,
  content: ContentOf<O>,
): void {
  // The compiled field says at run time what the types say of the content: one fact, two spellings.
  handle.transact(() => fill(recordField(schema), handle as unknown as AnyRecord, content))
}

/** A handle whose fields are named at run time; every write is still checked by the schema. */
type AnyRecord = {
  readonly path: readonly string[]
  set(key: string, value: unknown): void
  record(key: string): AnyRecord
  list(key: string): { add(id: string, init: object): unknown }
  ensureProse(key: string): Y.XmlFragment
  owned(key: string): { set(person: string, value: unknown): void }
}

function fill(record: RecordField, handle: AnyRecord, content: object): void {
  for (const [key, value] of Object.entries(content)) {
    const field = record.fields.get(key)
    if (value === undefined) continue
    if (field?.type === 'record') fill(field, handle.record(key), Object(value))
    else if (field?.type === 'list') for (const { id, ...init } of value) handle.list(key).add(id, init)
    else if (field?.type === 'owned')
      for (const [person, own] of Object.entries(Object(value))) handle.owned(key).set(person, own)
    else if (field?.type === 'prose') {
      const fragment = handle.ensureProse(key)
      if (fragment.length === 0) fragment.insert(0, strictProse(value, [...handle.path, key]))
    } else handle.set(key, value)
  }
}
