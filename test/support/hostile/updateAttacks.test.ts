import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import * as attacks from './updateAttacks.ts'
import { honestText } from './updateAttacks.ts'

const sender = { client: 70_000, clock: 0 }
const decoded = (attack: attacks.Attack) => Y.decodeUpdate(attack(sender))
const applied = (attack: attacks.Attack): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, attack(sender))
  return doc
}

describe('each attack is what it says', () => {
  it('honest text is what Yjs itself would write', () => {
    const doc = new Y.Doc()
    doc.clientID = sender.client
    doc.getText('t').insert(0, 'Grüße')
    expect(honestText('Grüße')(sender)).toEqual(Y.encodeStateAsUpdate(doc))
  })

  it.each(Object.entries(attacks.hugeStructs))('[b1] one struct of 2^50 clocks: %s', (_, attack) => {
    expect(decoded(attack).structs).toMatchObject([{ id: { ...sender }, length: 2 ** 50 }])
    expect(Y.getState(applied(attack).store, sender.client)).toBe(2 ** 50)
  })

  it.each(Object.entries({ ...attacks.clockGaps, 'the last clock': attacks.farClock }))(
    '[b1, b3] begins beyond the next clock: %s',
    (_, attack) => {
      expect(decoded(attack).structs[0]?.id.clock).toBeGreaterThan(0)
      expect(applied(attack).store.pendingStructs).not.toBeNull()
    },
  )

  it.each(Object.entries(attacks.unknownReferences([70_001, 0])))('[b3] waits for ever: %s', (_, attack) => {
    const { store } = applied(attack)
    expect(store.pendingStructs !== null || store.pendingDs !== null).toBe(true)
  })

  it('[b4] has a skip between two structs', () => {
    expect(decoded(attacks.skipped).structs.map(struct => struct.constructor.name)).toEqual([
      'Item',
      'Skip',
      'Item',
    ])
  })

  it.each(Object.entries(attacks.unreadable))('[b5] cannot be read: %s', (_, attack) => {
    expect(() => decoded(attack)).toThrow()
  })

  it.each(['map', 'element'] as const)('[b6] nests as deep as told: %s', shared => {
    expect(decoded(attacks.nested(65, shared)).structs).toHaveLength(65)
    expect(JSON.stringify(applied(attacks.nested(65, shared)).getMap('document')).length).toBeGreaterThan(65)
    expect(() => applied(attacks.nested(20_000, shared)).getMap('document').toJSON()).toThrow(RangeError)
  })

  it.each(['any', 'json'] as const)('[b6] nests plain values as deep as told: %s', as => {
    const value = applied(attacks.nestedValue(65, as)).getMap('document').get('deep')
    expect(JSON.stringify(value)).toBe('['.repeat(65) + ']'.repeat(65))
  })

  it('[b8] has as many structs as told in two bytes each', () => {
    const bytes = attacks.tinyStructs(100_000)(sender)
    expect(Y.decodeUpdate(bytes).structs).toHaveLength(100_000)
    expect(bytes.length).toBeLessThan(200_020)
  })

  it('[b8] has one struct each of as many clients as told', () => {
    expect(applied(attacks.manyClients(1000)).store.clients.size).toBe(1000)
  })

  it.each(Object.entries(attacks.hugeCounts(2 ** 40)))(
    '[b9] promises more than it holds: %s',
    (_, attack) => {
      expect(attack(sender).length).toBeLessThan(40)
      expect(() => decoded(attack)).toThrow()
    },
  )

  it.each(Object.entries(attacks.keyAttacks))('[b10] can be read and has the key: %s', (name, attack) => {
    const key = name.split(' ')[0] ?? ''
    expect(decoded(attack).structs.length).toBeGreaterThan(0)
    expect(new TextDecoder().decode(attack(sender))).toContain(key)
  })

  it('[b10] forges properties in what Yjs makes of it', () => {
    const attack = attacks.keyAttacks['__proto__ as the key of a map']
    if (!attack) throw new Error('no such attack')
    const json = applied(attack).getMap('document').toJSON()
    expect(Object.keys(json)).toEqual([])
    expect(json['isAdmin']).toBe(true)
  })

  it.each(Object.entries(attacks.emptyStructs))('has a struct without length: %s', (_, attack) => {
    expect(decoded(attack).structs.map(struct => struct.length)).toContain(0)
  })

  it('[b11, b12, b14] writes what no kind knows', () => {
    expect([...applied(attacks.kept.unknownRoot).share.keys()]).toEqual(['stranger'])
    expect(applied(attacks.kept.rootOfAnotherType).getText('document').toJSON()).toMatch(/^a list/)
    const content = (attack: attacks.Attack) => applied(attack).getMap('document').get('k')
    expect(content(attacks.kept.subdocument)).toBeInstanceOf(Y.Doc)
    for (const attack of Object.values(attacks.subdocumentOptions))
      expect(content(attack)).toBeInstanceOf(Y.Doc)
    expect(content(attacks.kept.binary)).toEqual(new Uint8Array(1000).fill(7))
  })

  it('[b13] writes an unknown node with an unknown attribute around text with an unknown mark', () => {
    const doc = new Y.Doc()
    doc.clientID = 1
    const fragment = new Y.XmlFragment()
    doc.getMap('document').set('body', fragment)
    Y.applyUpdate(doc, attacks.unknownProse([1, 0])(sender))
    expect(fragment.toJSON()).toBe('<hologram sparkle="very"><shimmer>Text</shimmer></hologram>')
  })

  it('[b15] carries NUL and a lone surrogate', () => {
    expect(applied(attacks.unclean).getMap('document').toJSON()).toMatchObject({
      k: 'vor\0nach',
      k2: attacks.uncleanText,
    })
  })

  it('[b57] writes below a key of a map, and deletes', () => {
    const doc = new Y.Doc()
    doc.clientID = 1
    doc.getMap('document').set('answers', new Y.Map())
    Y.applyUpdate(doc, attacks.writeBelow([1, 0], 'u.ma', 'yes')(sender))
    expect(doc.getMap('document').toJSON()).toEqual({ answers: { 'u.ma': 'yes' } })
    Y.applyUpdate(doc, attacks.deletionOf(sender.client, 0, 1)(sender))
    expect(doc.getMap('document').toJSON()).toEqual({ answers: {} })
  })

  it('[b58] claims what only the ledger decides', () => {
    expect(applied(attacks.forgedDecisions).getMap('document').toJSON()).toEqual(attacks.decidedValues)
  })
})
