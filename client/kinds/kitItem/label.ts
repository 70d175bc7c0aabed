import type { KindLabel } from '#client/sheet/kindView.ts'

/** Items come with their kit and lie in it. */
export const kitItemLabel: KindLabel = {
  de: { shelf: 'Blätter aus dem Starterpaket', begin: null },
  en: { shelf: 'Sheets of the starter kit', begin: null },
}
