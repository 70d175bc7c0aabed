import type { KindLabel } from '#client/sheet/kindView.ts'

export const starterKitLabel: KindLabel = {
  de: { shelf: 'Starterpakete', begin: null },
  en: { shelf: 'Starter kits', begin: null },
}
