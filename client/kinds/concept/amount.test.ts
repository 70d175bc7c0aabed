import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { concept } from '#shared/kinds/concept/schema.ts'
import { writeFactor } from './amount.ts'

function line() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, concept.seed)
  const row = concept.open(doc).record('budget').list('expenses').add('A1', {})
  let transactions = 0
  doc.on('afterTransaction', () => transactions++)
  return { row, count: () => transactions }
}

it('the amount follows quantity and price, each in one transaction', () => {
  const { row, count } = line()
  writeFactor(row, { qty: 4 })
  expect(row.get('amountCents')).toBeNull()
  writeFactor(row, { unitCents: 25_000 })
  expect(row.get('amountCents')).toBe(100_000)
  writeFactor(row, { qty: 5 })
  expect(row.get('amountCents')).toBe(125_000)
  expect(count()).toBe(3)
})

it('an amount written by hand stays', () => {
  const { row } = line()
  row.assign({ qty: 4, unitCents: 25_000, amountCents: 99_000 })
  writeFactor(row, { qty: 5 })
  expect(row.get('amountCents')).toBe(99_000)
})

it('without a quantity the amount stays', () => {
  const { row } = line()
  row.assign({ qty: 4, unitCents: 25_000, amountCents: 100_000 })
  writeFactor(row, { qty: null })
  expect(row.get('amountCents')).toBe(100_000)
})
