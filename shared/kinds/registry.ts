import type { AnyKind } from '#shared/document/defineKind.ts'

/**
 * All kinds of documents, one line each (README.md walks through a new one). Each is loaded when it is needed: a
 * browser that shows minutes never fetches what a concept is.
 */
export const kindLoaders = {
  minutes: async () => (await import('./minutes/schema.ts')).minutes,
  concept: async () => (await import('./concept/schema.ts')).concept,
  groupRecord: async () => (await import('./groupRecord/schema.ts')).groupRecord,
  starterKit: async () => (await import('./starterKit/schema.ts')).starterKit,
  kitItem: async () => (await import('./kitItem/schema.ts')).kitItem,
  pressTemplate: async () => (await import('./pressTemplate/schema.ts')).pressTemplate,
} as const satisfies Readonly<Record<string, () => Promise<AnyKind>>>

export type KindName = keyof typeof kindLoaders
export type KindOf<N extends KindName> = Awaited<ReturnType<(typeof kindLoaders)[N]>>

export const kindNames: readonly KindName[] = Object.keys(kindLoaders).filter(isKindName)

export function isKindName(name: string): name is KindName {
  return Object.hasOwn(kindLoaders, name)
}

/** The kind of this name; `null` for one that only a newer version of this program knows. */
export const loadKind = async (name: string): Promise<AnyKind | null> =>
  isKindName(name) ? kindLoaders[name]() : null

/** Kinds by their names, as the server holds them. */
export type Kinds = ReadonlyMap<string, AnyKind>

export async function loadKinds(): Promise<Kinds> {
  return new Map(await Promise.all(kindNames.map(async name => [name, await kindLoaders[name]()] as const)))
}
