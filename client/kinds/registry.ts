import type { AnyView, KindView } from '#client/sheet/kindView.ts'
import type { KindName, KindOf } from '#shared/kinds/registry.ts'

type Views = { readonly [N in KindName]: () => Promise<{ readonly view: KindView<KindOf<N>['draft']> }> }

/** The views of all kinds, one line each; loaded when a document of that kind is opened. */
const views: Views = {
  minutes: () => import('./minutes/view.ts'),
}

const anyViews: Readonly<Record<string, () => Promise<{ readonly view: AnyView }>>> = views

/** `null` for a kind that only a newer version of this program knows. */
export const loadView = async (kind: string): Promise<AnyView | null> =>
  Object.hasOwn(anyViews, kind) ? ((await anyViews[kind]?.())?.view ?? null) : null
