import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { extentOf, unpackState } from '#server/journal/encodings.ts'
import { FoldDiffers, foldState } from '#server/journal/foldState.ts'
import { docOf, randomRows, sameDocs } from '#test/support/randomRows.ts'

const seeds = Array.from({ length: 12 }, () => Math.trunc(Math.random() * 2 ** 31))

it('[F1] folds what several people wrote at once into what the rows give, from nothing and onto a state', async () => {
  console.info(`folding: seeds ${seeds.join(' ')}`)
  for (const seed of seeds) {
    const rows = randomRows(seed, 400)
    const first = (await unpackState(await foldState(null, rows.slice(0, 230)))).update
    const { update: all, extent } = await unpackState(await foldState(first, rows.slice(230)))
    expect(sameDocs(docOf([], all), docOf(rows)), `seed ${seed}`).toBe(true)
    expect(extent, `seed ${seed}`).toEqual(extentOf(docOf([], all)))
  }
})

it('[F2] does not fold rows that wait for something nobody has', async () => {
  const rows = randomRows(1, 60, 1)
  await expect(foldState(null, rows.toSpliced(20, 1))).rejects.toBeInstanceOf(FoldDiffers)
})

it('[F1] answers a fraction of the rows', async () => {
  const rows = randomRows(2, 2_000)
  const bytes = rows.reduce((sum, row) => sum + row.length, 0)
  expect((await foldState(null, rows)).length).toBeLessThan(bytes / 3)
  const plain = Y.encodeStateAsUpdate(docOf(rows))
  // how far it reaches costs little more
  expect((await foldState(null, rows)).length).toBeLessThan(deflateRawSync(plain).length * 1.05)
})
