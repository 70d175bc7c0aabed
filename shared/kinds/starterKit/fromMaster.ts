import { paragraphTexts } from '#shared/document/prose.ts'
import { nodesFromLines } from '#shared/document/proseLines.ts'
import type { KitItemHandle } from '#shared/kinds/kitItem/schema.ts'
import type { KitMaster } from './masters/master.ts'
import type { KitEntry } from './schema.ts'

/** Writes a group's copy of a master into an empty item. Blocks keep the master's ids and what they were copied from. */
export function copyMaster(item: KitItemHandle, master: KitMaster): void {
  item.transact(() => {
    item.record('header').assign({
      code: master.code,
      title: master.title,
      itemKind: master.itemKind,
      purpose: master.purpose,
      phases: [...master.phases],
      version: master.version,
      asOf: master.asOf,
      basedOn: { item: master.code, version: master.version, blocks: master.blocks.map(({ id }) => id) },
      formats: [...master.formats],
      owner: master.owner,
      licence: master.licence,
      languages: [...master.languages],
      plainLanguage: master.plainLanguage,
      validUntil: master.validUntil,
      review: master.review === null ? null : { field: master.review, by: '', on: null },
    })
    const blocks = item.list('blocks')
    for (const { id, title, lines, locked = false } of master.blocks) {
      const body = nodesFromLines(lines)
      blocks.add(id, { title, locked, body, base: { title, texts: paragraphTexts(body) } })
    }
  })
}

/** The folder in which a master's copy lies. */
export function entryOf(master: KitMaster, documentId: string | null): KitEntry {
  return {
    id: master.code,
    code: master.code,
    title: master.title,
    itemKind: master.itemKind,
    purpose: master.purpose,
    phases: [...master.phases],
    formats: [...master.formats],
    owner: master.owner,
    review: master.review,
    documentId,
    documentKind: master.documentKind,
    state: 'nicht_begonnen',
    note: '',
    printed: null,
  }
}
