import { text } from '#client/i18n/i18n.ts'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { offered } from '#client/ui/offer.ts'
import { proseElements } from '#shared/document/proseMaking.ts'
import type { PressSession } from './usePress.ts'
import { word } from './words.ts'

/** Puts a merge field in a paragraph of its own at the end of the body, from where it can be moved like any text. */
export function placeField(session: PressSession, name: string): void {
  step(session, () =>
    session.handle.transact(() => {
      const body = session.handle.record('text').ensureProse('body')
      body.push(proseElements([`{{${name}}}`]))
    }),
  )
  announce(word('place.done'))
  offered.set({ says: word('place.done'), does: text('offer.undo'), run: () => session.undo.undo() })
}
