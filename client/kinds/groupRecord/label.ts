import type { KindLabel } from '#client/sheet/kindView.ts'

export const groupRecordLabel: KindLabel = {
  de: {
    one: 'Gruppe',
    shelf: 'Gruppen',
    begin: {
      word: 'Gruppe anlegen',
      ask: 'Wie heißt die Gruppe?',
      example: 'Lichtblick Hohenlichtern',
    },
  },
  en: {
    one: 'Group',
    shelf: 'Groups',
    begin: {
      word: 'Add a group',
      ask: 'What is the group called?',
      example: 'Lichtblick Hohenlichtern',
    },
  },
}
