import type { KindLabel } from '#client/sheet/kindView.ts'

/** A kit is begun with all its items, see features/kit. */
export const starterKitLabel: KindLabel = {
  de: { one: 'Starterpaket', shelf: 'Starterpakete', begin: null },
  en: { one: 'Starter kit', shelf: 'Starter kits', begin: null },
}
