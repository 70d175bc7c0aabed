/** Words that every title of minutes begins with; on a spine they say nothing. */
const common = /^(?:protokoll (?:der|des)|minutes of(?: the)?)\s+/i

/** The title as it fits on a spine: without „Protokoll der“, at most 18 characters. */
export function spineTitle(title: string): string {
  const short = title.replace(common, '').trim()
  return short.length > 18 ? `${short.slice(0, 17).trimEnd()}…` : short
}

/** Books differ in height: the same document always has the same, between 9.2 and 11 rem. */
export function spineHeight(id: string): number {
  let sum = 0
  for (const sign of id) sum = (sum * 31 + sign.charCodeAt(0)) % 997
  return 9.2 + (sum % 10) * 0.2
}
