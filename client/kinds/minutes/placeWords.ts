import { text } from '#client/i18n/i18n.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'

/** „TOP 5“, „Anwesenheit“ … for a path of the document; items by their number now. `null` for what nobody knows. */
export function placeWord(path: string, agenda: MinutesDraft['agenda']): string | null {
  const [section, id] = path.split('/')
  switch (section) {
    case 'header':
    case 'formalia':
      return text('place.header')
    case 'attendance':
    case 'quorum':
      return text('place.attendance')
    case 'tasks':
      return text('place.tasks')
    case 'agenda': {
      const place = agenda.findIndex(item => item.id === id)
      return place < 0 ? text('place.agenda') : text('agenda.top', { number: place + 1 })
    }
    default:
      return null
  }
}

/** „schreibt in TOP 5“, „liest die Anwesenheit“, „ist hier“. */
export function doingWords(
  place: { path: string; typing: boolean } | null,
  agenda: MinutesDraft['agenda'],
): string {
  const where = place ? placeWord(place.path, agenda) : null
  if (!place || where === null) return text('here.here')
  return text(place.typing ? 'here.writes' : 'here.reads', { where })
}
