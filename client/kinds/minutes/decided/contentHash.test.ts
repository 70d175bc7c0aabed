import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { signedText } from '#shared/kinds/minutes/closing.ts'
import { noRecord } from '#shared/kinds/minutes/record.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { contentHash } from './contentHash.ts'

function empty() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  return minutes.project(doc).value
}
const record = {
  ...noRecord,
  closing: {
    on: '2026-03-14',
    at: '13:20',
    end: '13:20',
    by: 'u.ma',
    contentHash: '-',
    signers: ['protokollfuehrung' as const],
  },
}
const closed = { ...empty(), header: { ...empty().header, end: '13:20' } }
const bytes = new TextEncoder().encode(signedText(closed, record, minutes.schemaVersion))
const hex = (hash: ArrayBuffer) =>
  [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('')
const expected = hex(await crypto.subtle.digest('SHA-256', bytes))

describe('the hash of closed minutes', () => {
  afterEach(() => vi.unstubAllGlobals())
  it('is that of the text which the server closed', async () => {
    expect(await contentHash(empty(), record)).toBe(expected)
    expect(await contentHash(closed, record)).toBe(expected)
  })
  it('is the same where the browser has no crypto of its own', async () => {
    vi.stubGlobal('crypto', {})
    expect(await contentHash(closed, record)).toBe(expected)
  })
  it('[V16] is another one when a word is another one', async () => {
    const other = { ...closed, header: { ...closed.header, title: 'Anders' } }
    expect(await contentHash(other, record)).not.toBe(expected)
  })
  it('is none before closing', async () => expect(await contentHash(closed, noRecord)).toBeNull())
})
