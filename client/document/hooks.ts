import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { z } from 'zod'
import type { Readable } from '#client/lib/store.ts'
import type { Projection } from '#shared/document/defineKind.ts'
import type { ListHandle, RecordHandle } from '#shared/document/handle.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { kinds } from '#shared/kinds/registry.ts'
import type { DocumentSession } from './types.ts'

type YEvents = Parameters<Parameters<Y.Map<unknown>['observeDeep']>[0]>[0]

const keysOf = (event: YEvents[number]): ReadonlySet<string> =>
  'keysChanged' in event && event.keysChanged instanceof Set ? event.keysChanged : new Set()

/** Values of fields are plain JSON, so two of them are the same when they are written the same. */
const same = (a: unknown, b: unknown): boolean => Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b)

/**
 * A value read from a Y type. It keeps its identity until it really changes, so that React renders only then.
 */
function observed<T>(y: Y.Map<unknown>, read: () => T, concerns: (events: YEvents) => boolean): Readable<T> {
  let value: { is: T } | null = null
  const renew = () => {
    const next = read()
    if (value && same(value.is, next)) return false
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

/** One field of a record; renders again only when that field's value changes. */
export function useField<O extends z.ZodObject, K extends keyof z.output<O> & string>(
  record: RecordHandle<O>,
  key: K,
): z.output<O>[K] {
  const y = record.y
  const field = useMemo(
    () =>
      observed(
        y,
        () => record.get(key),
        events =>
          events.some(event => (event.path.length === 0 ? keysOf(event).has(key) : event.path[0] === key)),
      ),
    // a handle is a view on its Y type: a new handle on the same type shows the same
    // oxlint-disable-next-line react/exhaustive-deps
    [y, key],
  )
  return useSyncExternalStore(field.subscribe, field.get)
}

/** The ids of a list in their order; renders again only when something is added, removed or moved. */
export function useThings<I extends z.ZodObject>(list: ListHandle<I>): string[] {
  const y = list.y
  const ids = useMemo(
    () =>
      observed(
        y,
        () => list.ids(),
        events => events.some(event => event.path.length <= 1),
      ),
    // oxlint-disable-next-line react/exhaustive-deps
    [y],
  )
  return useSyncExternalStore(ids.subscribe, ids.get)
}

/** At least this long between two whole projections, in ms, so that fast typing is not slowed by totals. */
const projectionPause = 100

const projections = new WeakMap<Y.Doc, Readable<Projection<MinutesDraft>>>()

/** The whole projection of a document, renewed soon after a change, however many components look at it. */
export function projectionOf(
  session: Pick<DocumentSession, 'doc' | 'info'>,
): Readable<Projection<MinutesDraft>> {
  const known = projections.get(session.doc)
  if (known) return known
  const kind = kinds[session.info.kind]
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let value = kind.project(session.doc)
  let stale = false
  const renew = () => {
    value = kind.project(session.doc)
    stale = false
  }
  session.doc.on('update', () => {
    stale = true
    if (listeners.size === 0) return
    timer ??= setTimeout(() => {
      timer = null
      renew()
      for (const listener of listeners) listener()
    }, projectionPause)
  })
  const readable: Readable<Projection<MinutesDraft>> = {
    get: () => {
      // while somebody listens, renewing is the timer's affair
      if (stale && timer === null) renew()
      return value
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0 || timer === null) return
        clearTimeout(timer)
        timer = null
      }
    },
  }
  projections.set(session.doc, readable)
  return readable
}

/** The whole projection (findings, totals of the outline). Single fields: `useField`. */
export function useProjection(session: Pick<DocumentSession, 'doc' | 'info'>): Projection<MinutesDraft> {
  const projection = projectionOf(session)
  return useSyncExternalStore(projection.subscribe, projection.get)
}
