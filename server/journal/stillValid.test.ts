import { expect, it } from 'vitest'
import { documentIdSchema } from '#shared/ids.ts'
import { stillValid } from './stillValid.ts'

const [a, b] = ['6f1c3c52-5d2f-4f9e-9a54-0e7f7a4c2b11', '6f1c3c52-5d2f-4f9e-9a54-0e7f7a4c2b12'].map(id =>
  documentIdSchema.parse(id),
)
if (!a || !b) throw new Error('two documents')
const row = (documentId: typeof a, isValid?: boolean) => ({
  documentId,
  generation: 1,
  author: null,
  bytes: new Uint8Array(),
  ...(isValid !== undefined && { isValid: () => isValid }),
})

it('[J8] a row that is not allowed any more takes the later ones of its document with it, and no other', () => {
  expect(stillValid([row(a), row(a, false), row(b, true), row(a, true), row(b), row(a)])).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
  ])
  expect(
    stillValid([
      { ...row(a, false), generation: 1 },
      { ...row(a), generation: 2 },
    ]),
  ).toEqual([false, true])
})
