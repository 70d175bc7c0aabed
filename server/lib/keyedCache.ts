/**
 * Values by key, read once.
 *
 * - [KC1] Once `forget` has returned, nothing read before it is answered any more.
 * - [KC2] What is not worth keeping is answered and not kept: keys that nothing has are asked by guessers, and must not
 *   fill the memory.
 */
export interface KeyedCache<K, V> {
  get(key: K): Promise<V>
  forget(key: K): void
}

export function createKeyedCache<K, V>(
  read: (key: K) => Promise<V>,
  isWorthKeeping: (value: V) => boolean = () => true,
): KeyedCache<K, V> {
  const entries = new Map<K, Entry<V>>()

  function begin(key: K): Entry<V> {
    const entry: Entry<V> = { value: read(key), isForgotten: false }
    entries.set(key, entry)
    const drop = (): void => {
      if (entries.get(key) === entry) entries.delete(key)
    }
    // once for all who wait, so that one reading answers them
    entry.value.then(value => {
      if (!isWorthKeeping(value)) drop()
    }, drop)
    return entry
  }

  return {
    async get(key) {
      for (;;) {
        const entry = entries.get(key) ?? begin(key)
        const value = await entry.value
        if (!entry.isForgotten) return value
      }
    },
    forget(key) {
      const entry = entries.get(key)
      if (entry) entry.isForgotten = true
      entries.delete(key)
    },
  }
}

type Entry<V> = { readonly value: Promise<V>; isForgotten: boolean }
