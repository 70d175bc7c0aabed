import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { seedClientId } from '#shared/document/seed.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { roomName } from '#shared/wire/room.ts'
import { syncStep2Frame, updateFrame } from '#test/support/hostile/clientFrames.ts'
import { expectRefused } from '#test/support/hostile/expectRefused.ts'
import {
  handshakeOf,
  newClientId,
  type Scene,
  senderOf,
  startScene,
  textOf,
  type,
} from '#test/support/hostile/scene.ts'
import * as attacks from '#test/support/hostile/updateAttacks.ts'

/** Under which id and clock the server would go on writing a seed. */
const nextOfSeed = {
  client: seedClientId,
  clock: Y.parseUpdateMeta(minutes.seed).to.get(seedClientId) ?? 0,
}

/** Updates that are refused as a whole: each with the whole clause of THREATS „After each refusal“. */
describe('an update that is refused', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await startScene()
  })
  afterAll(() => scene.end())

  const isRefused = (attack: attacks.Attack, ...reasons: string[]) =>
    expectRefused(scene, { attack, reasons })

  it.each(Object.entries(attacks.hugeStructs))('[b1] 2^50 clocks in one struct: %s', (_, attack) =>
    isRefused(attack, 'structTooLong'),
  )

  it('[b1] a clock where the numbers end', () => isRefused(attacks.farClock, 'structTooLong'))

  describe('[b2] a client id that belongs to somebody else', () => {
    /** A document with somebody who has typed. */
    const withVictim = async () => {
      const room = scene.newRoom()
      const victim = await scene.open(room, 'victim')
      await type(victim, 'Opfer ')
      return { room, victim }
    }

    it.each(Object.entries({ ...attacks.hugeStructs, text: attacks.honestText('untergeschoben') }))(
      'under the next clocks: %s',
      async (_, attack) => {
        const { room, victim } = await withVictim()
        const claim = () => attack(senderOf(victim))
        await expectRefused(scene, { room, attack: claim, reasons: ['foreignClient', 'structTooLong'] })
        await type(victim, 'tippt weiter')
        expect(victim.closeCodes).toEqual([])
        expect(textOf(victim.doc)).not.toContain('untergeschoben')
      },
    )

    it('in a full sync, beside honest text', async () => {
      const { room, victim } = await withVictim()
      const attack: attacks.Attack = sender =>
        Y.mergeUpdates([
          attacks.honestText('eigenes')(sender),
          attacks.honestText('untergeschoben')(senderOf(victim)),
        ])
      await expectRefused(scene, { room, attack, reasons: ['foreignClient'], as: 'syncStep2' })
      await type(victim, 'tippt weiter')
    })

    it('when nobody has the document open any more and the journal alone knows', async () => {
      const quiet = await startScene()
      const room = quiet.newRoom()
      const victim = await quiet.open(room, 'victim')
      await type(victim, 'Opfer')
      const next = senderOf(victim)
      await quiet.emptied()
      await expectRefused(quiet, {
        room,
        attack: () => attacks.honestText('untergeschoben')(next),
        reasons: ['foreignClient'],
      })
      await quiet.end()
    })

    it('that the server itself writes under', () =>
      isRefused(() => attacks.honestText('vom Server')(nextOfSeed), 'foreignClient'))

    it('but sending somebody’s own bytes along is honest: that is how clients sync', async () => {
      const { room, victim } = await withVictim()
      const copy = await scene.open(room, 'copy')
      const rows = await scene.rows(room)
      const acknowledged = copy.acknowledged.length
      copy.sendRaw(syncStep2Frame(roomName(room), Y.encodeStateAsUpdate(copy.doc)))
      await copy.until('the answer', () => copy.acknowledged.length === acknowledged + 1)
      expect(await scene.rows(room)).toBe(rows)
      expect(victim.closeCodes).toEqual([])
    })
  })

  it.each(Object.entries(attacks.unreadable))('[b5] unreadable: %s', (_, attack) =>
    isRefused(attack, 'undecodable'),
  )

  it.each([65, 20_000])('[b6] %d types in one another', async levels => {
    await isRefused(attacks.nested(levels, 'map'), 'tooDeep')
    await isRefused(attacks.nested(levels, 'element'), 'tooDeep')
  })
  it.each([65, 20_000])('[b6] %d plain values in one another', async levels => {
    await isRefused(attacks.nestedValue(levels, 'any'), 'tooDeep')
    await isRefused(attacks.nestedValue(levels, 'json'), 'tooDeep')
  })
  it('[b6] one level per update, until it is too deep', async () => {
    const room = scene.newRoom()
    const [digger, witness] = [await scene.open(room, 'digger'), await scene.open(room, 'witness')]
    let below = new Y.Map<unknown>()
    digger.doc.getMap('document').set('deep', below)
    for (let level = 1; level < 40; level++) {
      const next = new Y.Map<unknown>()
      below.set('n', next)
      below = next
    }
    await digger.settled()
    expect(digger.refusedFrames).toBe(0)
    for (let level = 40; level < 70; level++) {
      const next = new Y.Map<unknown>()
      below.set('n', next)
      below = next
    }
    await digger.until('the end of the socket', () => digger.closeCodes.includes(1008))
    expect((await scene.quarantined(room)).map(({ reason }) => reason)).toEqual(['tooDeep'])
    await type(witness, 'ungestört')
  })

  it('[b8] as many structs as fit into a frame', () =>
    isRefused(attacks.tinyStructs(490_000), 'tooManyStructs'))

  it('[b8] as many client ids as fit into a frame', () =>
    isRefused(attacks.manyClients(60_000), 'tooManyStructs'))

  it.each(Object.entries(attacks.hugeCounts(2 ** 40)))('[b9] counts of 2^40: %s', (_, attack) =>
    isRefused(attack, 'undecodable', 'tooManyStructs', 'structTooLong'),
  )
  it.each(Object.entries(attacks.hugeCounts(2 ** 25)))(
    '[b9] counts that memory would still follow: %s',
    (_, attack) => isRefused(attack, 'undecodable', 'tooManyStructs', 'structTooLong'),
  )

  it.each(Object.entries(attacks.keyAttacks))('[b10] %s', (_, attack) => isRefused(attack, 'forbiddenKey'))

  it.each(Object.entries(attacks.subdocumentOptions))(
    '[b14] a subdocument that would overwrite the fields of its own: %s',
    (_, attack) => isRefused(attack, 'forbiddenKey'),
  )

  it.each(Object.entries(attacks.emptyStructs))('structs without length: %s', (_, attack) =>
    isRefused(attack, 'emptyStruct'),
  )

  it('[b3, b4] a gap in a full sync, which has nothing more to send', async () => {
    const references = Object.values(attacks.unknownReferences([newClientId(), 0]))
    for (const attack of [...Object.values(attacks.clockGaps), attacks.skipped, ...references])
      await expectRefused(scene, { attack, reasons: ['gap'], as: 'syncStep2' })
  })

  it('takes what was sent before it along, and nothing that was sent behind it', async () => {
    const room = scene.newRoom()
    const witness = await scene.open(room, 'witness')
    const client = newClientId()
    const sender = await scene.enter(room, 'sender', client)
    const name = roomName(room)
    const rows = await scene.rows(room)
    sender.send(
      updateFrame(name, attacks.honestText('vorher')({ client, clock: 0 })),
      updateFrame(name, attacks.nested(65, 'map')({ client, clock: 6 })),
      updateFrame(name, attacks.honestText('nachher')({ client, clock: 6 })),
      syncStep2Frame(name, attacks.honestText('vorhernachher')({ client, clock: 0 })),
    )
    await sender.until('the end of the socket', () => sender.closed?.code === 1008)
    await witness.until('what came before', () => textOf(witness.doc) === 'vorher')
    await type(witness, '!')
    expect(textOf(witness.doc)).not.toContain('nachher')
    expect(await scene.rows(room)).toBe(rows + 2)
    expect(sender.answers(true)).toBeLessThanOrEqual(1)
    expect(sender.answers(false)).toBe(0)
  })

  it('sets its sender aside, not whose client id the sender claims at the handshake', async () => {
    const room = scene.newRoom()
    const victim = await scene.open(room, 'victim')
    await type(victim, 'Opfer')
    const thief = await scene.connect('thief')
    const refusal = await thief.openRoom(roomName(room), handshakeOf(victim.doc.clientID))
    if (refusal === null) {
      thief.send(updateFrame(roomName(room), attacks.nested(65, 'map')(senderOf(victim))))
      await thief.until('the end of the socket', () => thief.closed?.code === 1008)
    }
    const again = await scene.open(room, 'victim', victim.doc)
    expect(again.refusal).toBeNull()
    await type(again, ' schreibt weiter')
    expect(victim.closeCodes).toEqual([])
  })

  it('is kept once, however often it is sent', async () => {
    const room = scene.newRoom()
    const attack = attacks.tinyStructs(300_000)({ client: newClientId(), clock: 0 })
    for (let round = 0; round < 3; round++) {
      const sender = await scene.enter(room, `sender${round}`, newClientId())
      sender.send(updateFrame(roomName(room), attack), updateFrame(roomName(room), attack))
      await sender.until('the end of the socket', () => sender.closed?.code === 1008)
      expect(sender.answers(true) + sender.answers(false)).toBe(0)
    }
    expect(await scene.quarantined(room)).toHaveLength(3)
  })
})
