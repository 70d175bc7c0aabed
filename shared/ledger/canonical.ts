/** A value that canonical bytes exist for: JSON, with whole or decimal numbers that are finite. */
export type Canonical =
  | null
  | boolean
  | number
  | string
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined }

/**
 * The one text of a value (RFC 8785): keys in the order of their UTF-16 units, no blanks, numbers and texts as JSON
 * writes them. A key without a value is left out. What is hashed and signed are the UTF-8 bytes of it.
 * @throws TypeError for what is no JSON: a number that is not finite, a function, a date
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('A number that is not finite has no canonical form')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isPlain(value)) throw new TypeError(`A ${typeof value} has no canonical form`)
  const members = Object.entries(value)
    .filter(([, own]) => own !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, own]) => `${JSON.stringify(key)}:${canonicalJson(own)}`)
  return `{${members.join(',')}}`
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
