/**
 * A random token of 16 hex digits for tabs, outbox entries and the like. `crypto.randomUUID` is
 * missing on plain HTTP, `getRandomValues` never is.
 */
export function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
