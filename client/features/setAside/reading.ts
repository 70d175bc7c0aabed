import { type Section, wholeText } from '#client/document/readable.ts'
import { isoDay, plainDay } from '#client/i18n/format.ts'
import { text as say } from '#client/i18n/i18n.ts'
import type { HeldText } from '#client/offline/setAside.ts'
import { saveTextFile } from '#client/ui/textFile.ts'

/** What the set-aside texts of a document are shown with. */
export type Reading = {
  /** the text as a person reads it */
  readonly read: (text: HeldText) => readonly Section[]
  /** the same of the document as it is now; `null` where it is not open */
  readonly present: () => readonly Section[] | null
  readonly putAway: (text: HeldText) => void
}

export const titleOf = (text: HeldText): string => text.title || say('sheet.untitled')

/** The whole text as a file of the person's own. */
export function saveAsFile(text: HeldText, sections: readonly Section[]): void {
  const title = titleOf(text)
  const day = plainDay(isoDay(new Date(text.at)))
  saveTextFile(say('aside.fileName', { title, day }), wholeText(title, sections))
}
