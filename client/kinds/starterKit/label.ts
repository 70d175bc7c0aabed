import type { KindLabel } from '#client/sheet/kindView.ts'

/** A kit is begun with all its items, see features/kit. */
export const starterKitLabel: KindLabel = {
  de: { shelf: 'Starterpakete', begin: null },
  en: { shelf: 'Starter kits', begin: null },
}
