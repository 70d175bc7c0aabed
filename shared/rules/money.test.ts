import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, readCents, readDecimal, writeCents, writeDecimal } from './money.ts'

describe('amountOf', () => {
  it.each<[string, number, number, number]>([
    ['[M1] 4 evenings at 250,00', 4, 25_000, 100_000],
    ['[M1] 480 km at 0,30', 480, 30, 14_400],
    ['[M1] half a cent goes up', 0.5, 1, 1],
    ['[M1] less than half goes down', 0.499, 1, 0],
    ['[M2] 1,005 × 1,00 is exact: 100,5 cents → 101', 1.005, 100, 101],
    ['[M2] 2,675 × 1,00', 2.675, 100, 268],
    ['[M2] finer than thousandths is rounded to them', 0.0005, 1_000_000, 1_000],
    ['[M3] minus half a cent is nothing', -0.5, 1, 0],
    ['[M3] minus one and a half', -1.5, 1, -1],
    ['[M3] minus a little more', -1.501, 1, -2],
    ['[M3] a refund', -2, 25_000, -50_000],
    ['a million times a million euros', 1_000_000, 100_000_000, 100_000_000_000_000],
  ])('%s', (_, qty, unitCents, amount) => {
    expect(amountOf(qty, unitCents)).toBe(amount)
  })
})

describe('readCents', () => {
  it.each([
    ['1.234,56', 123_456],
    ['1.234,56 €', 123_456],
    ['EUR 1.234,5', 123_450],
    ['1234.56', 123_456],
    ['1,234.56', 123_456],
    ['2.444', 244_400],
    ['1.234.567', 123_456_700],
    ['0,3', 30],
    ['250', 25_000],
    ['45,–', 4_500],
    ['45,-', 4_500],
    ['1 900 Euro', 190_000],
    ['1\u202f900,00', 190_000],
    ['12.5', 1_250],
    ['−20,00', -2_000],
    ['-20', -2_000],
    ['0', 0],
    ['-0', 0],
    [',5', 50],
  ])('[M4] reads %j', (typed, cents) => {
    expect(readCents(typed)).toEqual({ value: cents })
  })

  it.each([
    ['1,234', 'ambiguous'],
    ['12,345', 'ambiguous'],
    ['1234.567', 'ambiguous'],
    ['1,2345', 'tooFine'],
    ['0,001', 'ambiguous'],
    ['1.23.4', 'noNumber'],
    ['1.234,56,7', 'noNumber'],
    ['12.34,5', 'noNumber'],
    ['zwölf', 'noNumber'],
    ['12 Euro 50', 'noNumber'],
    ['1e3', 'noNumber'],
    ['.', 'noNumber'],
    ['', 'noNumber'],
    ['99.999.999', 'tooLarge'],
  ])('[M4] refuses %j: %s', (typed, refused) => {
    expect(readCents(typed)).toEqual({ refused })
  })

  it('[M4] reads back whatever it wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: -900_000_000, max: 900_000_000 }), cents => {
        expect(readCents(writeCents(cents))).toEqual({ value: cents })
      }),
      { seed: 20_260_720 },
    )
  })
})

it('a quantity that is no safe number any more counts as the largest', () => {
  const largest = amountOf(Number.MAX_SAFE_INTEGER / 1000, 1)
  expect(amountOf(1e308, 1)).toBe(largest)
  expect(amountOf(-1e308, 1)).toBe(-largest)
})

describe('readDecimal', () => {
  it.each([
    ['2,5', 2.5],
    ['0,125', 0.125],
    ['480', 480],
    ['1.5', 1.5],
    ['−3', -3],
  ])('reads %j', (typed, value) => {
    expect(readDecimal(typed, 3)).toEqual({ value })
    expect(readDecimal(writeDecimal(value), 3)).toEqual({ value })
  })
  it('refuses more places than it may have', () => {
    expect(readDecimal('0,0001', 3)).toEqual({ refused: 'tooFine' })
  })
})
