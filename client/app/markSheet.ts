import type { AnySession } from '#client/document/session.ts'
import type { SheetText } from '#client/features/find/wholeSheet.ts'
import { isModifier } from '#client/lib/isModifier.ts'

/** Marks the whole sheet to be copied, unless somebody has gone on writing before the code for it has come. */
export async function markSheet(session: AnySession, read: () => SheetText): Promise<void> {
  const goneOn = new AbortController()
  const on = { capture: true, signal: goneOn.signal }
  document.addEventListener('pointerdown', () => goneOn.abort(), on)
  document.addEventListener(
    'keydown',
    ({ key, repeat }) => {
      if (!isModifier(key) && !repeat) goneOn.abort()
    },
    on,
  )
  const { chooseWholeSheet } = await import('#client/features/find/wholeSheet.ts')
  if (goneOn.signal.aborted) return
  goneOn.abort()
  chooseWholeSheet(session, read)
}
