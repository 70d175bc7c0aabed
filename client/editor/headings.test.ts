import { describe, expect, it } from 'vitest'
import { proseSchema } from './extensions.ts'
import { hasHeadingBefore, levelsInOrder } from './headings.ts'

describe('headings keep their order', () => {
  it.each([
    [[3], false, [2]],
    [[3], true, [3]],
    [[3, 3, 2, 3], false, [2, 3, 2, 3]],
    [[2, 3], false, [2, 3]],
    [[], false, []],
  ] as const)('%j with a heading before: %j gives %j', (levels, before, fitting) => {
    expect(levelsInOrder(levels, before)).toEqual(fitting)
  })

  it('asks what stands before, not what stands there', () => {
    const heading = proseSchema.node('heading', { level: 2 }, [proseSchema.text('Titel')])
    const paragraph = proseSchema.node('paragraph', null, [proseSchema.text('Text')])
    const doc = proseSchema.node('doc', null, [paragraph, heading, paragraph])
    expect([1, paragraph.nodeSize + 1, doc.content.size].map(at => hasHeadingBefore(doc, at))).toEqual([
      false,
      false,
      true,
    ])
  })
})
