import { minutes } from '#shared/kinds/minutes/schema.ts'
import type { KindOnServer } from './kindsOnServer.ts'

/** New minutes carry their title and today as the day of the meeting. */
export const minutesOnServer: KindOnServer = {
  begin(doc, { title, today }) {
    const header = minutes.open(doc).record('header')
    header.set('title', title)
    header.set('date', today)
  },

  card(doc) {
    const { header, agenda } = minutes.project(doc).value
    return {
      title: header.title,
      date: header.date,
      start: header.start,
      place: header.place,
      agenda: agenda.map(item => item.title),
    }
  },
}
