import type { Section } from '#client/document/readable.ts'
import { plainDay } from '#client/i18n/format.ts'
import { compartments } from '#shared/kinds/starterKit/progress.ts'
import type { StarterKitDraft } from '#shared/kinds/starterKit/schema.ts'
import { word, wordIfKnown } from './words.ts'

/** A kit as a person reads it: its sheets by phase, with their states. */
export function readableStarterKit({ header, items }: StarterKitDraft): Section[] {
  return [
    {
      title: header.title || word('lid.untitled'),
      pieces: [],
    },
    ...compartments(items).map(
      (entries, phase): Section => ({
        title: `${phase} ${wordIfKnown(`phase.${phase}`) ?? ''}`.trim(),
        pieces: entries.map(({ id, code, title, state, note, printed }) => ({
          path: `items/${id}`,
          label: null,
          paragraphs: [
            [
              `${code} ${title}: ${wordIfKnown(`state.${state}`) ?? state}`,
              printed === null ? '' : word('item.printedOn', { day: plainDay(printed.on) }),
              note,
            ]
              .filter(Boolean)
              .join(', '),
          ],
        })),
      }),
    ),
  ]
}
