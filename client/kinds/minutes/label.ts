import type { KindLabel } from '#client/sheet/kindView.ts'

export const minutesLabel: KindLabel = {
  de: {
    one: 'Protokoll',
    shelf: 'Protokolle',
    begin: {
      word: 'Neues Protokoll',
      ask: 'Wie soll das Protokoll heißen?',
      example: 'Protokoll der 2. Sitzung 2026',
    },
  },
  en: {
    one: 'Minutes',
    shelf: 'Minutes',
    begin: {
      word: 'New minutes',
      ask: 'What should the minutes be called?',
      example: 'Minutes of the 2nd meeting 2026',
    },
  },
}
