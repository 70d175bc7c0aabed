import type { KindLabel } from '#client/sheet/kindView.ts'

export const conceptLabel: KindLabel = {
  de: {
    one: 'Konzept',
    shelf: 'Konzepte',
    begin: {
      word: 'Neues Konzept',
      ask: 'Wie soll das Konzept heißen?',
      example: 'Selbsthilfe sichtbar machen',
    },
  },
  en: {
    one: 'Concept',
    shelf: 'Concepts',
    begin: {
      word: 'New concept',
      ask: 'What should the concept be called?',
      example: 'Making self-help visible',
    },
  },
}
