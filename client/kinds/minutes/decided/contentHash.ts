import { digest } from 'lib0/hash/sha256'
import { closedDraft, signedText } from '#shared/kinds/minutes/closing.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import { type MinutesDraft, minutes } from '#shared/kinds/minutes/schema.ts'

/**
 * The hash (hex) of closed minutes as they stand here: of the very text that the server closed, so that a signature can
 * be held against it (V16). `null` while they are not closed. Without HTTPS a browser has no `crypto.subtle`.
 */
export async function contentHash(value: MinutesDraft, record: MinutesRecord): Promise<string | null> {
  const { closing } = record
  if (!closing) return null
  const text = signedText(closedDraft(value, closing.end), record, minutes.schemaVersion)
  const bytes = new TextEncoder().encode(text)
  const hash =
    'subtle' in crypto ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) : digest(bytes)
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
}
