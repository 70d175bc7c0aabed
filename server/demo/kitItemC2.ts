import { z } from 'zod'
import { proseElements } from '#shared/document/proseMaking.ts'
import type { KitItemHandle } from '#shared/kinds/kitItem/schema.ts'
import { copyMaster } from '#shared/kinds/starterKit/fromMaster.ts'
import type { KitMaster, KitMasterBlock } from '#shared/kinds/starterKit/masters/master.ts'
import { sp07 } from '#shared/kinds/starterKit/masters/sp07.ts'
import { readDocument, readFixture } from './files.ts'

const changesSchema = z.object({
  to: z.string(),
  publishedOn: z.iso.date(),
  changes: z.array(
    z.discriminatedUnion('op', [
      z.object({ op: z.literal('modify'), block: z.string(), text: z.string() }),
      z.object({ op: z.literal('delete'), block: z.string() }),
      z.object({
        op: z.literal('insert'),
        block: z.string(),
        after: z.string(),
        title: z.string(),
        text: z.string(),
      }),
    ]),
  ),
})

/** SP-07 in version 1.1 (fixture `c.master11`, scenarios.md c.3). */
export function sp07Later(): KitMaster {
  const { to: version, publishedOn: asOf, changes } = changesSchema.parse(readFixture('c.master11'))
  const blocks: KitMasterBlock[] = [...sp07.blocks]
  for (const change of changes) {
    const place = blocks.findIndex(({ id }) => id === (change.op === 'insert' ? change.after : change.block))
    const there = blocks[place]
    if (there === undefined) throw new Error(`SP-07 has no place for ${change.block}`)
    if (change.op === 'delete') blocks.splice(place, 1)
    else if (change.op === 'modify') blocks.splice(place, 1, { ...there, lines: [change.text] })
    else blocks.splice(place + 1, 0, { id: change.block, title: change.title, lines: [change.text] })
  }
  return { ...sp07, version, asOf, blocks }
}

const editsSchema = z.object({
  edits: z.array(
    z.object({
      block: z.string(),
      op: z.string(),
      after: z.string().optional(),
      title: z.string().optional(),
    }),
  ),
})

/**
 * C2, what the group has made of SP-07 (fixture `c.groupEdits`, scenarios.md c.4), with the words of the printed
 * document: where both had changed a block, it holds what the group settled on.
 */
export function enterC2(item: KitItemHandle): void {
  const printed = readDocument('C2')
  const title = /^# (.+)$/m.exec(printed)?.[1] ?? ''
  const textOf = (id: string): string =>
    new RegExp(String.raw`^\*\*\[${id}[^\]]*\] .*\*\*\n(.+)$`, 'm').exec(printed)?.[1] ?? ''
  copyMaster(item, sp07Later())
  item.transact(() => {
    item.record('header').assign({ title, asOf: '2026-07-13' })
    const blocks = item.list('blocks')
    for (const { block, op, after, title: own = '' } of editsSchema.parse(readFixture('c.groupEdits'))
      .edits) {
      if (op === 'delete') blocks.remove(block)
      else if (op === 'modify') {
        const body = blocks.get(block)?.ensureProse('body')
        body?.delete(0, body.length)
        body?.insert(0, proseElements([textOf(block)]))
      } else if (op === 'insert') {
        const next = blocks.ids()[blocks.ids().indexOf(after ?? '') + 1] ?? null
        blocks.add(block, { title: own, body: [textOf(block)] }, { before: next })
      }
    }
  })
}
