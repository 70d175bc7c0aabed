import * as Y from 'yjs'
import type { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { personIdSchema, thingIdSchema } from '#shared/ids.ts'
import { badInput, buildContainer, buildRecord, strictValue } from './build.ts'
import { asFragment, asMap, deletedAtName, isDeleted, orderKeyName } from './container.ts'
import {
  type AtomField,
  type Field,
  type ItemOf,
  type KeysOf,
  type ListField,
  type OwnedField,
  type RecordField,
  type RecordOf,
  recordField,
  type ValueOf,
} from './fields.ts'
import { IssueList } from './issue.ts'
import { compareOrder, isOrderKey, keyBefore } from './orderKey.ts'
import { listEntries, projectAtom, projectField, visibleIds } from './project.ts'
import { rootName } from './seed.ts'
import { cleanValue, sameValue } from './text.ts'

/**
 * Handles find their container anew at every call, by path: an entry that was added twice at once, or a
 * container that a peer replaced, is always the one that stands in the document now (DM5).
 * Reading never throws. Writing throws `badInput` for a value that breaks the schema, and `notFound` for an
 * entry that is not there any more; a container missing below a record is made anew (DM4).
 */
export interface RecordHandle<O extends z.ZodObject> {
  /** For observing. If the container is missing: a detached, empty map, in which nothing ever happens. */
  readonly y: Y.Map<unknown>
  readonly path: readonly string[]
  get<K extends keyof O['shape'] & string>(key: K): z.output<O['shape'][K]>
  set<K extends KeysOf<O, 'atom'>>(key: K, value: z.input<O['shape'][K]>): void
  /** Several atoms in one transaction; nothing is written if one of them is invalid. */
  assign(values: AtomInputs<O>): void
  /** Runs several writes of any handles of this document as one transaction, with this handle's origin. */
  transact<T>(change: () => T): T
  record<K extends KeysOf<O, 'record'>>(key: K): RecordHandle<RecordOf<O['shape'][K]>>
  list<K extends KeysOf<O, 'list'>>(key: K): ListHandle<ItemOf<O['shape'][K]>>
  prose(key: KeysOf<O, 'prose'>): Y.XmlFragment | null
  /** The fragment; makes it if it is missing. */
  ensureProse(key: KeysOf<O, 'prose'>): Y.XmlFragment
  owned<K extends KeysOf<O, 'owned'>>(key: K): OwnedHandle<ValueOf<O['shape'][K]>>
}

export type AtomInputs<O extends z.ZodObject> = {
  readonly [K in KeysOf<O, 'atom'>]?: z.input<O['shape'][K]> | undefined
}

export interface ListHandle<I extends z.ZodObject> {
  readonly y: Y.Map<unknown>
  readonly path: readonly string[]
  /** In order, without deleted ones. */
  ids(): string[]
  /** `null` if there is no such entry, or a deleted one. */
  get(id: string): RecordHandle<I> | null
  /**
   * Adds an entry, at the end unless `before` names another one. An id that is there already adds no second
   * one and leaves the entry as it is; a deleted one is restored and takes the atoms of `init` (DM11).
   */
  add(id: string, init: Partial<z.input<I>>, place?: { before?: string | null }): RecordHandle<I>
  move(id: string, place: { before: string | null }): void
  /** Marks as deleted; all content is kept. */
  remove(id: string): void
  restore(id: string): void
}

export interface OwnedHandle<V extends z.ZodType> {
  readonly y: Y.Map<unknown>
  readonly path: readonly string[]
  get(person: string): z.output<V> | undefined
  set(person: string, value: z.input<V>): void
  entries(): [string, z.output<V>][]
}

/** Where writes run: one transaction each, with this origin. */
type Context = { readonly doc: Y.Doc; readonly origin: unknown }
/** Finds a map by its path; `ensure` makes it where a record lost it. */
type MapPlace = {
  readonly path: readonly string[]
  find(): Y.Map<unknown> | null
  ensure(): Y.Map<unknown>
}

/** The handle on the root record of a document. */
export function rootHandle<O extends z.ZodObject>(
  schema: O,
  root: Y.Map<unknown>,
  context: Context,
): RecordHandle<O> {
  const handle = new RecordAccess(
    recordField(schema),
    { path: [], find: () => root, ensure: () => root },
    context,
  )
  // The compiled field decides at run time what the types promise for the schema: one fact, two spellings.
  return handle as unknown as RecordHandle<O>
}

/** Methods that all handles share. */
abstract class Access {
  readonly path: readonly string[]
  protected readonly place: MapPlace
  protected readonly context: Context
  #detached: Y.Map<unknown> | null = null

  constructor(place: MapPlace, context: Context) {
    this.path = place.path
    this.place = place
    this.context = context
  }

  get y(): Y.Map<unknown> {
    const found = this.place.find()
    if (found) return found
    // In a document of its own: Yjs warns about reading a map without one.
    this.#detached ??= new Y.Doc().getMap(rootName)
    return this.#detached
  }

  protected write(change: () => void): void {
    this.context.doc.transact(change, this.context.origin)
  }

  /** One write of one key; none if the value stands there already. */
  protected writeAtom(field: AtomField | OwnedField, key: string, value: unknown): void {
    const path = [...this.path, key]
    const strict = keepUnknownKeys(field, strictValue(field, value, path), this.place.find()?.get(key))
    const present = this.place.find()
    if (strict === undefined ? !present?.has(key) : present?.has(key) && sameValue(present.get(key), strict))
      return
    this.write(() => {
      if (strict === undefined) this.place.ensure().delete(key)
      else this.place.ensure().set(key, strict)
    })
  }
}

/** Keys of an object value that this version does not know stay when the value is written anew (DM6). */
function keepUnknownKeys(field: AtomField | OwnedField, strict: unknown, present: unknown): unknown {
  const { knownKeys } = field
  const cleaned = cleanValue(present)
  if (!knownKeys || !isPlainObject(strict) || cleaned.state === 'refused' || !isPlainObject(cleaned.value))
    return strict
  const unknown = Object.entries(cleaned.value).filter(([key]) => !knownKeys.has(key))
  return { ...Object.fromEntries(unknown), ...strict }
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

class RecordAccess extends Access {
  readonly #field: RecordField
  readonly #fieldAt: (key: string) => Field

  constructor(field: RecordField, place: MapPlace, context: Context) {
    super(place, context)
    this.#field = field
    this.#fieldAt = key => {
      const child = this.#field.fields.get(key)
      if (!child) throw new TypeError(`No field ${key} at ${this.path.join('/')}`)
      return child
    }
  }

  get(key: string): unknown {
    return projectField(this.#fieldAt(key), this.place.find()?.get(key), [...this.path, key], new IssueList())
  }

  set(key: string, value: unknown): void {
    this.writeAtom(this.#expect(key, 'atom'), key, value)
  }

  assign(values: object): void {
    const entries = Object.entries(values).filter(([, value]) => value !== undefined)
    for (const [key, value] of entries) strictValue(this.#expect(key, 'atom'), value, [...this.path, key])
    this.write(() => {
      for (const [key, value] of entries) this.set(key, value)
    })
  }

  transact<T>(change: () => T): T {
    return this.context.doc.transact(change, this.context.origin)
  }

  record(key: string): RecordAccess {
    const field = this.#expect(key, 'record')
    return new RecordAccess(field, this.#child(key, field), this.context)
  }

  list(key: string): ListAccess {
    const field = this.#expect(key, 'list')
    return new ListAccess(field, this.#child(key, field), this.context)
  }

  owned(key: string): OwnedAccess {
    const field = this.#expect(key, 'owned')
    return new OwnedAccess(field, this.#child(key, field), this.context)
  }

  prose(key: string): Y.XmlFragment | null {
    return asFragment(this.place.find()?.get(key))
  }

  ensureProse(key: string): Y.XmlFragment {
    const present = this.prose(key)
    if (present) return present
    const made = new Y.XmlFragment()
    this.write(() => this.place.ensure().set(key, made))
    return made
  }

  #expect<T extends Field['type']>(key: string, type: T): Extract<Field, { type: T }> {
    const field = this.#fieldAt(key)
    if (!isOfType(field, type))
      throw new TypeError(`The field ${key} at ${this.path.join('/')} is ${field.type}`)
    return field
  }

  #child(key: string, field: RecordField | ListField | OwnedField): MapPlace {
    const path = [...this.path, key]
    const find = () => asMap(this.place.find()?.get(key))
    const ensure = () => {
      const present = find()
      if (present) return present
      this.place.ensure().set(key, buildContainer(field, undefined, path))
      const made = find()
      if (!made) throw new AppError('notFound', { fields: { path: path.join('/') } })
      return made
    }
    return { path, find, ensure }
  }
}

function isOfType<T extends Field['type']>(field: Field, type: T): field is Extract<Field, { type: T }> {
  return field.type === type
}

class ListAccess extends Access {
  readonly #field: ListField

  constructor(field: ListField, place: MapPlace, context: Context) {
    super(place, context)
    this.#field = field
  }

  ids(): string[] {
    return visibleIds(this.place.find())
  }

  get(id: string): RecordAccess | null {
    const entry = this.#entry(id)
    return entry && !isDeleted(entry) ? this.#handle(id) : null
  }

  add(id: string, init: object, place: { before?: string | null } = {}): RecordAccess {
    const path = [...this.path, id]
    if (!thingIdSchema.safeParse(id).success) throw badInput(path, 'id')
    const present = this.#entry(id)
    if (!present) {
      const made = buildRecord(this.#field.item, init, path)
      made.set(orderKeyName, this.#keyBefore(id, place.before ?? null))
      this.write(() => this.place.ensure().set(id, made))
    } else if (isDeleted(present)) {
      this.write(() => {
        this.restore(id)
        for (const [key, value] of Object.entries(init)) {
          if (this.#field.item.fields.get(key)?.type === 'atom') this.#handle(id).set(key, value)
        }
      })
    }
    return this.#handle(id)
  }

  move(id: string, place: { before: string | null }): void {
    const entry = this.#require(id)
    if (place.before === id) return
    const ids = this.ids()
    const next = ids[ids.indexOf(id) + 1] ?? null
    const stands = ids.includes(id) && next === place.before && isOrderKey(entry.get(orderKeyName))
    if (stands) return
    const key = this.#keyBefore(id, place.before)
    this.write(() => entry.set(orderKeyName, key))
  }

  remove(id: string): void {
    const entry = this.#require(id)
    if (!isDeleted(entry)) this.write(() => entry.set(deletedAtName, Date.now()))
  }

  restore(id: string): void {
    const entry = this.#require(id)
    if (isDeleted(entry)) this.write(() => entry.delete(deletedAtName))
  }

  #keyBefore(id: string, before: string | null): string {
    if (before !== null) this.#require(before)
    const others = listEntries(this.place.find()).filter(entry => entry.id !== id)
    return keyBefore(others.sort(compareOrder), before)
  }

  #entry(id: string): Y.Map<unknown> | null {
    return thingIdSchema.safeParse(id).success ? asMap(this.place.find()?.get(id)) : null
  }

  #require(id: string): Y.Map<unknown> {
    const entry = this.#entry(id)
    if (!entry) throw new AppError('notFound', { fields: { path: [...this.path, id].join('/') } })
    return entry
  }

  #handle(id: string): RecordAccess {
    const path = [...this.path, id]
    const place = { path, find: () => this.#entry(id), ensure: () => this.#require(id) }
    return new RecordAccess(this.#field.item, place, this.context)
  }
}

class OwnedAccess extends Access {
  readonly #field: OwnedField

  constructor(field: OwnedField, place: MapPlace, context: Context) {
    super(place, context)
    this.#field = field
  }

  get(person: string): unknown {
    if (!personIdSchema.safeParse(person).success) return undefined
    const map = this.place.find()
    if (!map?.has(person)) return undefined
    return projectAtom(this.#field, map.get(person), [...this.path, person], new IssueList())
  }

  set(person: string, value: unknown): void {
    if (!personIdSchema.safeParse(person).success) throw badInput([...this.path, person], 'id')
    this.writeAtom(this.#field, person, value)
  }

  entries(): [string, unknown][] {
    const value = projectField(this.#field, this.place.find() ?? undefined, this.path, new IssueList())
    return Object.entries(Object(value))
  }
}
