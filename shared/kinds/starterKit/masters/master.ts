import type { KitItemKind, KitOwner, PlainLanguage, ReviewField } from '#shared/kinds/kitItem/enums.ts'
import type { ItemDocumentKind } from '#shared/kinds/starterKit/enums.ts'

/**
 * One item of the starter kit as the federation publishes it (domain.md 5.1, 5.2). A group's kit begins with a
 * document of each; what the group changes stays in its document.
 */
export type KitMaster = {
  /** `SP-07` */
  readonly code: string
  readonly title: string
  readonly itemKind: KitItemKind
  /** what it is good for, in one sentence */
  readonly purpose: string
  /** 0 Idee klären · 1 Vorbereiten · 2 Bekannt machen · 3 Erstes Treffen · 4 Aufbauen · 5 Verstetigen */
  readonly phases: readonly number[]
  readonly formats: readonly string[]
  /** the department that answers for it (domain.md 1.3) */
  readonly owner: KitOwner
  readonly documentKind: ItemDocumentKind
  readonly version: string
  /** ISO day */
  readonly asOf: string
  readonly licence: string
  readonly languages: readonly string[]
  readonly plainLanguage: PlainLanguage
  /** ISO day */
  readonly validUntil: string | null
  /** which profession has to check the text before anybody uses it */
  readonly review: ReviewField | null
  /** empty for the items whose document kind is another one: their masters are contents of that kind */
  readonly blocks: readonly KitMasterBlock[]
}

export type KitMasterBlock = {
  /** `b01`; stays the same through all versions */
  readonly id: string
  readonly title: string
  /** paragraphs in the notation of `shared/document/proseLines.ts` */
  readonly lines: readonly string[]
  /** a group cannot change it */
  readonly locked?: true
}
