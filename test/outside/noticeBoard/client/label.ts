import type { KindLabel } from '#client/sheet/kindView.ts'

export const noticeBoardLabel: KindLabel = {
  de: {
    one: 'Aushang',
    shelf: 'Aushänge',
    begin: { word: 'Neuer Aushang', ask: 'Wie soll der Aushang heißen?', example: 'Schwarzes Brett' },
  },
  en: {
    one: 'Notice board',
    shelf: 'Notice boards',
    begin: { word: 'New notice board', ask: 'What should the board be called?', example: 'Notice board' },
  },
}
