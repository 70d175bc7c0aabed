import type { AnyView, KindLabel, KindView } from '#client/sheet/kindView.ts'
import type { KindName, KindOf } from '#shared/kinds/registry.ts'
import { conceptLabel } from './concept/label.ts'
import { groupRecordLabel } from './groupRecord/label.ts'
import { kitItemLabel } from './kitItem/label.ts'
import { minutesLabel } from './minutes/label.ts'
import { pressTemplateLabel } from './pressTemplate/label.ts'
import { starterKitLabel } from './starterKit/label.ts'

type Shown<N extends KindName> = {
  readonly label: KindLabel
  readonly view: () => Promise<{ readonly view: KindView<KindOf<N>['draft']> }>
}

/** How all kinds are shown, one line each, the usual one first; views are loaded when a document is opened. */
const shown: { readonly [N in KindName]: Shown<N> } = {
  minutes: { label: minutesLabel, view: () => import('./minutes/view.ts') },
  concept: { label: conceptLabel, view: () => import('./concept/view.ts') },
  groupRecord: { label: groupRecordLabel, view: () => import('./groupRecord/view.ts') },
  starterKit: { label: starterKitLabel, view: () => import('./starterKit/view.ts') },
  kitItem: { label: kitItemLabel, view: () => import('./kitItem/view.ts') },
  pressTemplate: { label: pressTemplateLabel, view: () => import('./pressTemplate/view.ts') },
}

const anyKind: Readonly<Record<string, { readonly view: () => Promise<{ readonly view: AnyView }> }>> = shown

/** `null` for a kind that only a newer version of this program knows. */
export const loadView = async (kind: string): Promise<AnyView | null> =>
  Object.hasOwn(anyKind, kind) ? ((await anyKind[kind]?.view())?.view ?? null) : null

/** The kinds in their order, with their words. */
export const kindLabels: ReadonlyMap<string, KindLabel> = new Map(
  Object.entries(shown).map(([name, { label }]) => [name, label]),
)
