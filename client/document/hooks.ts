import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { z } from 'zod'
import type { Readable } from '#client/lib/store.ts'
import type { Projection } from '#shared/document/defineKind.ts'
import type { KeysOf } from '#shared/document/fields.ts'
import type { ListHandle, RecordHandle } from '#shared/document/handle.ts'
import { observedContainers, observedField, observedProse, observedThings } from './observed.ts'

/** One field of a record; renders again only when that field's value changes. */
export function useField<O extends z.ZodObject, K extends keyof z.output<O> & string>(
  record: RecordHandle<O>,
  key: K,
): z.output<O>[K] {
  const { y } = record
  // a handle is a view on its Y type: a new handle on the same type shows the same
  // oxlint-disable-next-line react/exhaustive-deps
  const field = useMemo(() => observedField(record, key), [y, key])
  return useSyncExternalStore(field.subscribe, field.get)
}

/** A text of a record, for an editor; `null` while there is none. */
export function useProse<O extends z.ZodObject>(
  record: RecordHandle<O>,
  key: KeysOf<O, 'prose'>,
): Y.XmlFragment | null {
  const { y } = record
  // oxlint-disable-next-line react/exhaustive-deps
  const prose = useMemo(() => observedProse(record, key), [y, key])
  return useSyncExternalStore(prose.subscribe, prose.get)
}

/**
 * The ids of a list in their order; renders again only when something is added, removed, moved or replaced by another
 * entry of the same id, so that whoever shows the entries takes hold of the new one.
 */
export function useThings<I extends z.ZodObject>(list: ListHandle<I>): string[] {
  const { y } = list
  // oxlint-disable-next-line react/exhaustive-deps
  const readable = useMemo(() => observedThings(list), [y])
  const things = useSyncExternalStore(readable.subscribe, readable.get)
  return useMemo(() => things.map(({ id }) => id), [things])
}

/**
 * Renders again when a container at the top of the document comes or is replaced: what is below takes hold of it.
 * For the outermost component of a sheet.
 */
export function useContainers(root: Pick<RecordHandle<z.ZodObject>, 'y'>): void {
  const { y } = root
  // oxlint-disable-next-line react/exhaustive-deps
  const containers = useMemo(() => observedContainers(root), [y])
  useSyncExternalStore(containers.subscribe, containers.get)
}

/**
 * The whole is projected anew when nothing has changed for `quiet` ms, and at the latest `patience` ms after a change:
 * totals and findings can wait, whoever types fast cannot.
 */
const quiet = 120
const patience = 600

/** What is read of a document whose kind may be known by its name only. */
type Source<T> = { readonly doc: Y.Doc; readonly kind: { project(doc: Y.Doc): Projection<T> } }

const projections = new WeakMap<Y.Doc, Readable<Projection<unknown>>>()

/** The whole projection of a document, renewed soon after a change, however many components look at it. */
export function projectionOf<T>(session: Source<T>): Readable<Projection<T>> {
  const known = projections.get(session.doc)
  // a document has one kind, so what was made for it here is its projection
  if (known) return known as Readable<Projection<T>>
  const { kind } = session
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let staleSince = 0
  let value = kind.project(session.doc)
  let stale = false
  const renew = () => {
    value = kind.project(session.doc)
    stale = false
  }
  session.doc.on('update', () => {
    const now = Date.now()
    if (timer === null) staleSince = now
    else clearTimeout(timer)
    stale = true
    if (listeners.size === 0) return
    timer = setTimeout(
      () => {
        timer = null
        renew()
        for (const listener of listeners) listener()
      },
      Math.min(quiet, Math.max(0, staleSince + patience - now)),
    )
  })
  const readable: Readable<Projection<T>> = {
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
export function useProjection<T>(session: Source<T>): Projection<T> {
  const projection = projectionOf(session)
  return useSyncExternalStore(projection.subscribe, projection.get)
}
