/** What the browser keeps of small choices. Where storage is closed (private mode) nothing is kept, and nothing fails. */

export const recall = (key: string): string | null => inStorage(storage => storage.getItem(key)) ?? null

/** `null` forgets it. */
export function keep(key: string, value: string | null): void {
  inStorage(storage => (value === null ? storage.removeItem(key) : storage.setItem(key, value)))
}

function inStorage<T>(look: (storage: Storage) => T): T | null {
  try {
    return typeof localStorage === 'undefined' ? null : look(localStorage)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return null
  }
}
