import type { KindLabel } from '#client/sheet/kindView.ts'

export const pressTemplateLabel: KindLabel = {
  de: {
    one: 'Pressetext',
    shelf: 'Pressetexte',
    begin: {
      word: 'Neuer Pressetext',
      ask: 'Wie soll der Pressetext heißen?',
      example: 'Neue Gruppe startet',
    },
  },
  en: {
    one: 'Press text',
    shelf: 'Press texts',
    begin: {
      word: 'New press text',
      ask: 'What should the press text be called?',
      example: 'A new group begins',
    },
  },
}
