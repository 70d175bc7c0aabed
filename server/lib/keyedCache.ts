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
  const entries = new Map<K, Promise<V>>()
  const cache: KeyedCache<K, V> = {
    async get(key) {
      for (;;) {
        const entry = entries.get(key) ?? read(key)
        entries.set(key, entry)
        try {
          const value = await entry
          if (entries.get(key) === entry) {
            if (!isWorthKeeping(value)) entries.delete(key)
            return value
          }
        } catch (error) {
          if (entries.get(key) === entry) entries.delete(key)
          throw error
        }
      }
    },
    forget(key) {
      entries.delete(key)
    },
  }
  return cache
}
