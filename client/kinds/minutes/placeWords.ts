import { text } from '#client/i18n/i18n.ts'

/** „TOP 5“, „Anwesenheit“ … for a path of the document; items by their number now (`agenda`: their ids in order). `null` for what nobody knows. */
export function placeWord(path: string, agenda: readonly string[]): string | null {
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
      const place = agenda.indexOf(id ?? '')
      return place < 0 ? text('place.agenda') : text('agenda.top', { number: place + 1 })
    }
    default:
      return null
  }
}
