import type { KindLabel } from '#client/sheet/kindView.ts'

/** Items come with their kit and lie in it. */
export const kitItemLabel: KindLabel = {
  de: { one: 'Blatt aus dem Starterpaket', shelf: 'Blätter aus dem Starterpaket', begin: null },
  en: { one: 'Sheet of the starter kit', shelf: 'Sheets of the starter kit', begin: null },
}
