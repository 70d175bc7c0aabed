/**
 * Reads a time of day as people type it: „9“, „9:30“, „9.30“, „0930“, „9 Uhr 30“ → `09:30`.
 * `null` for what is no time of day.
 */
export function readTime(typed: string): string | null {
  const digits = typed
    .trim()
    .toLowerCase()
    .replace(/\s*uhr\s*/, ':')
    .replace(/[.\s,h]+/g, ':')
    .replace(/:$/, '')
  const match = /^(\d{1,2})(?::?(\d{2}))?$/.exec(digits)
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
