import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { AnySession } from '#client/document/session.ts'
import { writable } from '#client/lib/store.ts'
import { documentIdSchema, spaceIdSchema } from '#shared/ids.ts'
import { groupRecord } from '#shared/kinds/groupRecord/schema.ts'
import { kitItem } from '#shared/kinds/kitItem/schema.ts'
import { starterKit } from '#shared/kinds/starterKit/schema.ts'
import { groupFactsOf, wantedOf } from './groupFacts.ts'

const { openDocument, documentCards, loadDesk, listDocuments, closed } = vi.hoisted(() => ({
  closed: vi.fn(),
  openDocument: vi.fn(),
  documentCards: vi.fn(),
  loadDesk: vi.fn(),
  listDocuments: vi.fn(),
}))
vi.mock('#client/document/session.ts', () => ({ openDocument }))
const answers = new Map<string, unknown>()
vi.mock('#client/offline/deviceStore.ts', () => ({
  loadDesk,
  listDocuments,
  answerOf: async (name: string) => answers.get(name),
  keepAnswer: async (name: string, answer: unknown) => void answers.set(name, answer),
}))
vi.mock('#client/lib/rpc.ts', () => ({ asAppError: (error: unknown) => error }))
vi.mock('./documentCards.ts', () => ({ documentCards }))

const id = (last: number) =>
  documentIdSchema.parse(`c0c0c0c0-2026-4504-8000-${String(last).padStart(12, '0')}`)
const [kitId, itemId, lichtblick, windlicht, aufwind] = [id(1), id(2), id(11), id(12), id(13)]
const spaceId = spaceIdSchema.parse('g.lichtblick')
const space = (kind: { seed: Uint8Array }) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, kind.seed)
  return doc
}

type AnyKind = typeof kitItem | typeof starterKit | typeof groupRecord
function session(documentId: typeof kitId, kind: AnyKind, doc: Y.Doc): AnySession {
  const awareness = { getLocalState: () => ({}), setLocalState: vi.fn() }
  const info = { id: documentId, kind: kind.name, spaceId, generation: 1 }
  const part = { info, doc, kind, handle: kind.open(doc), awareness, life: writable({ state: 'open' }) }
  // what the facts need of a session
  return { ...part, close: async () => closed(documentId) } as unknown as AnySession
}

let docs: Map<string, AnySession>
let item: AnySession
const named = (of: AnySession, record: string | null) =>
  of.doc.getMap('document').set('groupRecordId', record)
const group = (documentId: typeof kitId, name: string) => {
  const doc = space(groupRecord)
  groupRecord.open(doc).record('group').set('name', name)
  docs.set(documentId, session(documentId, groupRecord, doc))
}
const cards = (...records: (typeof kitId)[]) => [
  { id: itemId, kind: 'kitItem', spaceId, title: '', partOf: kitId },
  { id: kitId, kind: 'starterKit', spaceId, title: '' },
  ...records.map(record => ({ id: record, kind: 'groupRecord', spaceId, title: record })),
]
const kit = (): AnySession => {
  const found = docs.get(kitId)
  if (!found) throw new Error('No kit')
  return found
}

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget())
  docs = new Map()
  answers.clear()
  group(lichtblick, 'Lichtblick')
  group(windlicht, 'Windlicht')
  docs.set(kitId, session(kitId, starterKit, space(starterKit)))
  named(kit(), lichtblick)
  item = session(itemId, kitItem, space(kitItem))
  openDocument.mockReset().mockImplementation(async (wanted: string) => {
    const found = docs.get(wanted)
    return found ? { state: 'ready', session: found } : { state: 'notOnDevice' }
  })
  documentCards.mockReset().mockResolvedValue(cards(lichtblick, windlicht))
  loadDesk.mockReset().mockResolvedValue(null)
  listDocuments.mockReset().mockResolvedValue([])
})

/** What the item shows, as it changes. */
function shown() {
  const source = groupFactsOf(item)
  const end = source.begin()
  const name = () => source.facts.get()['gruppe.name']
  return {
    ...source,
    end,
    name,
    says: (text: string | undefined) => vi.waitFor(() => expect(name()).toBe(text)),
  }
}

describe('the group whose facts an item of a kit shows', () => {
  it('is the kit’s, and the kit’s new one as soon as it is chosen there', async () => {
    const { says, kit: lies } = shown()
    await says('Lichtblick')
    expect(lies.get()).toBe(kitId)
    named(kit(), windlicht)
    await says('Windlicht')
  })
  it('is its own choice where it has one; taken back, the kit’s again', async () => {
    named(item, windlicht)
    const { says } = shown()
    await says('Windlicht')
    named(kit(), aufwind)
    named(item, null)
    named(kit(), lichtblick)
    await says('Lichtblick')
  })
  it('is known without a network by what the desk keeps', async () => {
    documentCards.mockResolvedValue(null)
    loadDesk.mockResolvedValue({ documents: cards(lichtblick, windlicht) })
    await shown().says('Lichtblick')
  })
  it('is known without a network to whoever came by a link once', async () => {
    const { says, end } = shown()
    await says('Lichtblick')
    await vi.waitFor(() => expect(answers.size).toBe(1))
    end()
    documentCards.mockResolvedValue(null)
    listDocuments.mockResolvedValue(
      [lichtblick, windlicht].map(of => ({ info: docs.get(of)?.info, title: '' })),
    )
    await shown().says('Lichtblick')
  })
  it('is the only one of the space while the kit cannot be read here', async () => {
    docs.delete(kitId)
    documentCards.mockResolvedValue(cards(windlicht))
    await shown().says('Windlicht')
  })
  it('cannot be said while the kit cannot be read and the space has several', async () => {
    docs.delete(kitId)
    const { record, facts, end } = shown()
    await vi.waitFor(() => expect(record.get()).toEqual({ state: 'away' }))
    expect(facts.get()).toEqual({})
    end()
  })
  it('is asked of a kit that names none: of the space', async () => {
    named(kit(), null)
    const { record } = shown()
    await vi.waitFor(() => expect(record.get()).toEqual({ state: 'unchosen' }))
    named(kit(), windlicht)
    await vi.waitFor(() => expect(record.get()).toMatchObject({ state: 'ready', id: windlicht }))
  })
  it('is followed until nobody looks any more', async () => {
    const { says, name, end } = shown()
    await says('Lichtblick')
    end()
    await vi.waitFor(() => expect(closed).toHaveBeenCalledWith(kitId))
    named(kit(), windlicht)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(name()).not.toBe('Windlicht')
  })
  it('is not asked of the server again at each focus where the document names one', async () => {
    named(item, lichtblick)
    await shown().says('Lichtblick')
    const before = documentCards.mock.calls.length
    window.dispatchEvent(new Event('focus'))
    await new Promise(resolve => setTimeout(resolve, 5))
    expect(documentCards.mock.calls.length).toBe(before)
  })
})

describe('wantedOf', () => {
  const one = [{ id: lichtblick, name: '' }]
  const two = [...one, { id: windlicht, name: '' }]
  it.each([
    ['in no kit, nothing known', null, null, { state: 'looking' }],
    ['in no kit, none', null, [], { state: 'none' }],
    ['in no kit, one', null, one, lichtblick],
    ['in no kit, several', null, two, { state: 'unchosen' }],
    ['a kit that says', { state: 'said', record: windlicht }, two, windlicht],
    ['a kit that says, before the list is known', { state: 'said', record: windlicht }, null, windlicht],
    ['a kit that names none, one', { state: 'said', record: null }, one, lichtblick],
    ['a kit that names none, several', { state: 'said', record: null }, two, { state: 'unchosen' }],
    ['a kit that is being opened, several', { state: 'looking' }, two, { state: 'looking' }],
    ['a kit that is being opened, one', { state: 'looking' }, one, lichtblick],
    ['a kit out of reach', { state: 'away' }, null, { state: 'away' }],
  ] as const)('%s', (_, kit, choices, expected) => expect(wantedOf(kit, choices)).toEqual(expected))
})
