import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { roomName } from '#shared/wire/room.ts'
import { syncStep2Frame, updateFrame } from '#test/support/hostile/clientFrames.ts'
import {
  newClientId,
  type Scene,
  senderOf,
  startScene,
  textOf,
  type,
  typeUnsent,
} from '#test/support/hostile/scene.ts'
import * as attacks from '#test/support/hostile/updateAttacks.ts'

/** Updates that rest on something the server has not: it says no and asks for everything. */
describe('a gap', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await startScene()
  })
  afterAll(() => scene.end())

  it.each(
    Object.entries({
      '[b4] a skip': attacks.skipped,
      ...Object.fromEntries(
        Object.entries({ ...attacks.clockGaps, ...attacks.unknownReferences([newClientId(), 0]) }).map(
          ([name, attack]) => [`[b3] ${name}`, attack],
        ),
      ),
    }),
  )('%s: no acknowledgement, and the whole is asked for; the whole is taken', async (_, attack) => {
    const room = scene.newRoom()
    const witness = await scene.open(room, 'witness')
    const doc = new Y.Doc()
    const raw = await scene.enter(room, 'sender', doc.clientID)
    const rows = await scene.rows(room)
    const from = raw.frames.length

    raw.send(updateFrame(roomName(room), attack({ client: doc.clientID, clock: 0 })))
    const answer = () => raw.frames.slice(from).filter(({ type: said }) => said !== 'presence')
    await raw.until('a question', () => answer().some(({ type: said }) => said === 'syncStep1'))
    expect(answer().map(frame => (frame.type === 'status' ? frame.saved : frame.type))).toEqual([
      false,
      'syncStep1',
    ])
    expect(await scene.rows(room)).toBe(rows)
    expect(await scene.quarantined(room)).toEqual([])

    doc.getText(attacks.textRoot).insert(0, 'alles')
    raw.send(syncStep2Frame(roomName(room), Y.encodeStateAsUpdate(doc)))
    await raw.until('an acknowledgement', () => raw.answers(true) === 1)
    await witness.until('the whole', () => textOf(witness.doc) === 'alles')
    expect(await scene.rows(room)).toBe(rows + 1)
    expect(raw.closed).toBeNull()
    expect(witness.closeCodes).toEqual([])
  })

  it('[b3] of an honest client whose frame was lost on the way heals by itself, on the same connection', async () => {
    const room = scene.newRoom()
    const [sender, witness] = [await scene.open(room, 'sender'), await scene.open(room, 'witness')]
    await type(sender, 'eins ')
    typeUnsent(sender, 'verloren ')
    sender.doc.getText('t').insert(textOf(sender.doc).length, 'drei')
    await witness.until('all three', () => textOf(witness.doc) === 'eins verloren drei')
    await sender.settled()
    expect(sender.refusedFrames).toBe(1)
    expect(sender.closeCodes).toEqual([])
    expect(await scene.quarantined(room)).toEqual([])
  })

  it('[b3] between frames that are sent in one go: those before it are taken, those behind it come with the whole', async () => {
    const room = scene.newRoom()
    const [sender, witness] = [await scene.open(room, 'sender'), await scene.open(room, 'witness')]
    const write = (words: string) => sender.doc.getText('t').insert(textOf(sender.doc).length, words)
    for (const word of ['a', 'b']) write(word)
    typeUnsent(sender, 'c')
    for (const word of ['d', 'e', 'f']) write(word)
    await witness.until('everything', () => textOf(witness.doc) === 'abcdef')
    await sender.settled()
    expect(sender.refusedFrames).toBeGreaterThan(0)
    expect(sender.closeCodes).toEqual([])
  })

  it('[b3] a claim to a client id that is not taken does not stay with who made it', async () => {
    const room = scene.newRoom()
    const victim = await scene.open(room, 'victim')
    const thief = await scene.enter(room, 'thief', newClientId())
    thief.send(updateFrame(roomName(room), attacks.clockGap(senderOf(victim))))
    await thief.until('a no', () => thief.answers(false) === 1)
    await type(victim, 'meins')
    expect(victim.closeCodes).toEqual([])
  })
})
