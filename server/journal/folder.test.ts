import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Clock } from '#server/clock.ts'
import { packRows } from '#server/db/packRows.ts'
import { createFolder, type Folder } from './folder.ts'

const update = (() => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'hallo')
  return Y.encodeStateAsUpdate(doc)
})()
const request = (...rows: Uint8Array[]) => ({
  snapshot: null,
  rows: packRows(
    ['seq', 'crc', 'bytes'],
    rows.map((row, index) => [index + 1, crc32(row), row]),
  ),
})

describe('the folder', () => {
  let waiting: { ms: number; callback: () => void }[]
  let folder: Folder
  const clock: Clock = {
    now: () => 0,
    after(ms, callback) {
      const entry = { ms, callback }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter(other => other !== entry)
      }
    },
  }
  beforeEach(() => {
    waiting = []
    folder = createFolder(clock)
  })
  afterEach(() => folder.close())

  it('folds, one after the other', async () => {
    for (let time = 0; time < 3; time++) {
      expect(await folder.fold(request(update))).toMatchObject({ result: 'folded' })
    }
  })

  it('[a23] does not fold what is damaged', async () => {
    const damaged = request(update)
    damaged.rows.bytes[5] = 77
    expect(await folder.fold(damaged)).toEqual({ result: 'damaged' })
    expect(await folder.fold(request(new Uint8Array([1, 2])))).toEqual({ result: 'damaged' })
  })

  it('answers what fails, and folds the next', async () => {
    const failing = { ...request(update), snapshot: { seq: 0, bytes: new Uint8Array([1, 2, 3]) } }
    expect(await folder.fold(failing)).toMatchObject({ result: 'failed' })
    expect(await folder.fold(request(update))).toMatchObject({ result: 'folded' })
  })

  it('gives up what takes too long, and folds the next in a new thread', async () => {
    const folding = folder.fold(request(update))
    const longest = waiting.find(entry => entry.ms === 60_000)
    longest?.callback()
    expect(await folding).toEqual({ result: 'failed', message: 'Folding took longer than 60000 ms' })
    expect(await folder.fold(request(update))).toMatchObject({ result: 'folded' })
  })

  it('ends its thread when there is nothing to do, and starts another', async () => {
    await folder.fold(request(update))
    expect(waiting.map(entry => entry.ms)).toEqual([30_000])
    waiting[0]?.callback()
    expect(await folder.fold(request(update))).toMatchObject({ result: 'folded' })
  })

  it('drops what is under way when it is closed, and everything later', async () => {
    const folding = folder.fold(request(update))
    await folder.close()
    expect(await folding).toEqual({ result: 'dropped' })
    expect(await folder.fold(request(update))).toEqual({ result: 'dropped' })
  })
})
