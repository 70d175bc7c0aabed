import type { KindLabel } from '#client/sheet/kindView.ts'

export const kitItemLabel: KindLabel = {
  de: { shelf: 'Teile eines Starterpakets', begin: null },
  en: { shelf: 'Items of a starter kit', begin: null },
}
