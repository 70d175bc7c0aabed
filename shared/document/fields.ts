import { z } from 'zod'
import type { ProseNode } from './prose.ts'
import { type ProseInput, proseNodes } from './proseMaking.ts'

/**
 * How a zod schema says which Y type a field becomes (DM1): `prose`, `listOf`, `ownedBy` and `atomic` tag a schema;
 * a plain `z.object` is a record; every other schema is one atomic value.
 */
export const fieldTag: unique symbol = Symbol('field')

/** Y.XmlFragment. Reads as nodes; written by an editor, or filled at creation with texts and nodes. */
export interface ProseSchema extends z.ZodType<ProseNode[], ProseInput> {
  readonly [fieldTag]: { readonly type: 'prose' }
}
/** Y.Map of id → Y.Map with an order key. Reads as an array in order. */
export interface ListSchema<I extends z.ZodObject>
  extends z.ZodType<
    Array<{ id: string } & z.output<I>>,
    ReadonlyArray<{ id: string } & Partial<z.input<I>>>
  > {
  readonly [fieldTag]: { readonly type: 'list'; readonly item: I; readonly isServers: boolean }
}
/** Y.Map of person → atomic value; everybody writes below their own key only. */
export interface OwnedSchema<V extends z.ZodType>
  extends z.ZodType<Record<string, z.output<V>>, Record<string, z.input<V>>> {
  readonly [fieldTag]: { readonly type: 'owned'; readonly value: V }
}
export interface AtomTag {
  readonly [fieldTag]: { readonly type: 'atom' }
}

export function prose(): ProseSchema {
  const schema = z.custom<ProseInput>(Array.isArray).transform(proseNodes)
  return Object.assign(schema, { [fieldTag]: { type: 'prose' } as const })
}

/** `writtenBy: 'server'`: what people write into the list is refused. */
export function listOf<I extends z.ZodObject>(
  item: I,
  { writtenBy = 'everybody' }: { readonly writtenBy?: 'everybody' | 'server' } = {},
): ListSchema<I> {
  type Row = { id: string } & Partial<z.input<I>>
  const schema = z
    .custom<readonly Row[]>(Array.isArray)
    .transform(rows => rows.map(row => ({ ...item.parse(row), id: row.id })))
  const isServers = writtenBy === 'server'
  return Object.assign(schema, { [fieldTag]: { type: 'list', item, isServers } as const })
}

export function ownedBy<V extends z.ZodType>(value: V): OwnedSchema<V> {
  type Values = Record<string, z.input<V>>
  const schema = z
    .custom<Values>(raw => typeof raw === 'object' && raw !== null)
    .transform(raw =>
      Object.fromEntries(Object.entries(raw).map(([person, own]) => [person, value.parse(own)])),
    )
  return Object.assign(schema, { [fieldTag]: { type: 'owned', value } as const })
}

/** Makes an object schema one atomic value instead of a record. */
export function atomic<S extends z.ZodType>(value: S): S & AtomTag {
  return Object.assign(value.clone(), { [fieldTag]: { type: 'atom' } as const })
}

export type FieldKind<S> = S extends { readonly [fieldTag]: { readonly type: infer T } }
  ? T
  : S extends z.ZodObject
    ? 'record'
    : 'atom'
/** The keys of a record whose fields are of the given kind. */
export type KeysOf<O extends z.ZodObject, T extends string> = {
  [K in keyof O['shape'] & string]: FieldKind<O['shape'][K]> extends T ? K : never
}[keyof O['shape'] & string]
export type ItemOf<S> = S extends { readonly [fieldTag]: { readonly item: infer I extends z.ZodObject } }
  ? I
  : never
export type ValueOf<S> = S extends { readonly [fieldTag]: { readonly value: infer V extends z.ZodType } }
  ? V
  : never
export type RecordOf<S> = S extends z.ZodObject ? S : never

/** A schema as the document code sees it: compiled once per schema. */
export type AtomField = {
  readonly type: 'atom'
  readonly schema: z.ZodType
  /** For a value that is an object: the keys this version knows; others are kept at writing (DM6). */
  readonly knownKeys: ReadonlySet<string> | null
}
export type RecordField = { readonly type: 'record'; readonly fields: ReadonlyMap<string, Field> }
export type ListField = {
  readonly type: 'list'
  readonly item: RecordField
  /** nobody but the server writes here */
  readonly isServers: boolean
}
export type OwnedField = Omit<AtomField, 'type'> & { readonly type: 'owned' }
export type ProseField = { readonly type: 'prose' }
export type Field = AtomField | RecordField | ListField | OwnedField | ProseField

const compiled = new WeakMap<z.ZodObject, RecordField>()

/** The compiled record of an object schema. Throws at start-up if an atom has no value for „nothing written yet“. */
export function recordField(schema: z.ZodObject): RecordField {
  const known = compiled.get(schema)
  if (known) return known
  const shape: Record<string, unknown> = schema.shape
  const fields = new Map(Object.entries(shape).map(([key, child]) => [key, fieldOf(key, child)] as const))
  const record: RecordField = { type: 'record', fields }
  compiled.set(schema, record)
  return record
}

type Tag =
  | ProseSchema[typeof fieldTag]
  | ListSchema<z.ZodObject>[typeof fieldTag]
  | OwnedSchema<z.ZodType>[typeof fieldTag]
  | AtomTag[typeof fieldTag]
const hasTag = (schema: object): schema is { [fieldTag]: Tag } => fieldTag in schema

function fieldOf(key: string, schema: unknown): Field {
  if (!(schema instanceof z.ZodType)) throw new TypeError(`The field ${key} is no zod schema`)
  const tag: Tag = hasTag(schema) ? schema[fieldTag] : { type: 'atom' }
  if (tag.type === 'prose') return { type: 'prose' }
  if (tag.type === 'list') return { type: 'list', item: recordField(tag.item), isServers: tag.isServers }
  if (tag.type === 'owned') return { type: 'owned', schema: tag.value, knownKeys: knownKeysOf(tag.value) }
  if (schema instanceof z.ZodObject && !hasTag(schema)) return recordField(schema)
  if (!schema.safeParse(undefined).success)
    throw new TypeError(`The field ${key} needs a value for „nothing“`)
  return { type: 'atom', schema, knownKeys: knownKeysOf(schema) }
}

/** The keys of an object schema, of all options of a union, through `default`, `nullable` and `optional`. */
function knownKeysOf(schema: unknown): ReadonlySet<string> | null {
  if (schema instanceof z.ZodObject) return new Set(Object.keys(schema.shape))
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return knownKeysOf(schema.unwrap())
  }
  if (!(schema instanceof z.ZodUnion)) return null
  const options: readonly unknown[] = schema.options
  const keys = options.flatMap(option => [...(knownKeysOf(option) ?? [])])
  return keys.length > 0 ? new Set(keys) : null
}
