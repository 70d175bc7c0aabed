import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readFixture } from '#server/demo/files.ts'
import { sp07 } from '#shared/kinds/starterKit/masters/sp07.ts'
import { sp14 } from '#shared/kinds/starterKit/masters/sp14.ts'
import { fillIn, unresolved } from '#shared/rules/mergeFields.ts'

const { mergeFields } = z
  .object({ mergeFields: z.record(z.string(), z.string()) })
  .parse(readFixture('c.group'))
const c1 = readFileSync(new URL('../fixtures/documents/C1.md', import.meta.url), 'utf8')

/** `**[b10 · gesperrt] Naloxon**` and the text below it. */
const blocksOf = (document: string) =>
  [...document.matchAll(/\*\*\[(b\d\d)( · gesperrt)?\] (.+)\*\*\n(.+)/g)].map(
    ([, id, locked, title, text]) => ({
      id,
      title,
      lines: [text],
      ...(locked && { locked: true }),
    }),
  )

describe('masters of the starter kit beside the scenarios', () => {
  it('SP-07 1.0 is document C1, word for word', () => {
    const blocks = blocksOf(c1)
    expect(blocks).toHaveLength(12)
    expect(sp07.blocks).toEqual(blocks)
    expect(c1).toContain(`# ${sp07.code} ${sp07.title}\n`)
    expect(c1).toContain(`Fassung ${sp07.version} · Stand 1. März 2026`)
    expect(sp07.asOf).toBe('2026-03-01')
  })

  it('SP-14 keeps to 400 characters with the facts of a group (fixture c.group)', () => {
    const text = sp14.blocks.flatMap(block => block.lines).map(line => fillIn(line, mergeFields))
    expect(unresolved(text, {})).toEqual([])
    const length = text.join('\n').length
    expect(length).toBeLessThanOrEqual(400)
    expect(length).toBeGreaterThan(200)
  })
})
