import { text } from '#client/i18n/i18n.ts'
import { word, wordIfKnown } from './words.ts'

/** The agenda item of a motion or an election; `null` where it has none. */
type ItemOf = (root: 'decisions' | 'elections', id: string) => string | null

/**
 * „TOP 5“, „Anwesenheit“ … for a path of the document; items by their number now (`agenda`: their ids in order).
 * `null` for what nobody knows.
 */
export function placeWord(
  path: string,
  agenda: readonly string[],
  itemOf: ItemOf = () => null,
): string | null {
  const [root = '', id = ''] = path.split('/')
  const top = (item: string | null) => {
    const place = item === null ? -1 : agenda.indexOf(item)
    return place < 0 ? null : text('agenda.top', { number: place + 1 })
  }
  switch (root) {
    case 'header':
    case 'formalia':
      return text('place.header')
    case 'attendance':
    case 'quorum':
      return text('place.attendance')
    case 'tasks':
      return text('place.tasks')
    case 'agenda':
      return top(id) ?? text('place.agenda')
    case 'decisions':
    case 'elections': {
      const where = top(itemOf(root, id))
      return where === null ? word(`place.${root}`) : word(`place.${root}Of`, { top: where })
    }
    default:
      return wordIfKnown(`place.${root}`)
  }
}
