import { useSyncExternalStore } from 'react'

/** A value that changes over time. `subscribe` answers with the function that ends the subscription. */
export interface Readable<T> {
  readonly get: () => T
  readonly subscribe: (listener: () => void) => () => void
}

/** A readable value with its only writer. `set` calls the listeners only when the value is another one. */
export interface Writable<T> extends Readable<T> {
  readonly set: (value: T) => void
}

export function writable<T>(initial: T): Writable<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: next => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Resolves with the first value that the condition accepts, the present one included. */
export function when<T, S extends T>(readable: Readable<T>, accept: (value: T) => value is S): Promise<S> {
  return new Promise(resolve => {
    let stop: (() => void) | null = null
    const look = () => {
      const value = readable.get()
      if (!accept(value)) return false
      stop?.()
      resolve(value)
      return true
    }
    if (!look()) stop = readable.subscribe(look)
  })
}

/** Renders again whenever the value changes. */
export const useStore = <T>(readable: Readable<T>): T =>
  useSyncExternalStore(readable.subscribe, readable.get, readable.get)
