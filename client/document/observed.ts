import type * as Y from 'yjs'
import type { z } from 'zod'
import type { Readable } from '#client/lib/store.ts'
import type { KeysOf } from '#shared/document/fields.ts'
import type { ListHandle, RecordHandle } from '#shared/document/handle.ts'

type YEvents = Parameters<Parameters<Y.Map<unknown>['observeDeep']>[0]>[0]

const keysOf = (event: YEvents[number]): ReadonlySet<string> =>
  'keysChanged' in event && event.keysChanged instanceof Set ? event.keysChanged : new Set()

/** Values of fields are plain JSON, so two of them are the same when they are written the same. */
const sameValue = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b)

/**
 * A value read from a Y type. It keeps its identity until it really changes, so that React renders only then.
 */
function observed<T>(
  y: Y.Map<unknown>,
  read: () => T,
  concerns: (events: YEvents) => boolean,
  isSame: (left: T, right: T) => boolean,
): Readable<T> {
  let value: { is: T } | null = null
  const renew = () => {
    const next = read()
    if (value && isSame(value.is, next)) return false
    value = { is: next }
    return true
  }
  return {
    get: () => {
      if (!value) renew()
      return (value ?? { is: read() }).is
    },
    subscribe: listener => {
      const observer = (events: YEvents) => {
        if (concerns(events) && renew()) listener()
      }
      y.observeDeep(observer)
      // what changed between the first rendering and this subscription
      if (value && renew()) listener()
      return () => y.unobserveDeep(observer)
    },
  }
}

/** One field of a record as it stands in the record's present Y type. */
export function observedField<O extends z.ZodObject, K extends keyof z.output<O> & string>(
  record: RecordHandle<O>,
  key: K,
): Readable<z.output<O>[K]> {
  return observed(
    record.y,
    () => record.get(key),
    events =>
      events.some(event => (event.path.length === 0 ? keysOf(event).has(key) : event.path[0] === key)),
    sameValue,
  )
}

/** An entry of a list; `y` is the Y type that stands under its id now. */
export type Thing = { readonly id: string; readonly y: Y.Map<unknown> | null }

/**
 * The entries of a list in their order. Two people who add the same id at once make two Y types, of which one stays
 * (DM11): then the entry is another one, although its id is the same.
 */
export function observedThings<I extends z.ZodObject>(list: ListHandle<I>): Readable<readonly Thing[]> {
  return observed<readonly Thing[]>(
    list.y,
    () => list.ids().map(id => ({ id, y: list.get(id)?.y ?? null })),
    events => events.some(event => event.path.length <= 1),
    (left, right) =>
      left.length === right.length &&
      left.every((thing, place) => thing.id === right[place]?.id && thing.y === right[place]?.y),
  )
}

/** The text of a record that stands under this key now: it may come late, or be replaced by a peer (DM4). */
export function observedProse<O extends z.ZodObject>(
  record: RecordHandle<O>,
  key: KeysOf<O, 'prose'>,
): Readable<Y.XmlFragment | null> {
  return observed(
    record.y,
    () => record.prose(key),
    events => events.some(event => event.path.length === 0 && keysOf(event).has(key)),
    Object.is,
  )
}

/** The Y types that stand at the top of a record now: they may come late, or be replaced by a peer (DM4). */
export function observedContainers(
  record: Pick<RecordHandle<z.ZodObject>, 'y'>,
): Readable<readonly unknown[]> {
  return observed<readonly unknown[]>(
    record.y,
    () => [...record.y.values()],
    events => events.some(event => event.path.length === 0),
    (left, right) => left.length === right.length && left.every((type, place) => type === right[place]),
  )
}
