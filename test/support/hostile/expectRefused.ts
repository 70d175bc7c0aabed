import { expect } from 'vitest'
import { roomName } from '#shared/wire/room.ts'
import { syncStep2Frame, updateFrame } from './clientFrames.ts'
import { type Scene, senderOf, textOf, type, typeUnsent } from './scene.ts'
import type { Attack } from './updateAttacks.ts'

// Promised to people (THREATS b, „After each refusal“): a bound for waiting, no measurement.
const typesOnWithinMs = 5_000

/**
 * The common clause of all refusals: an update is neither journaled nor acknowledged, it lies in the
 * quarantine; nobody else in the document notices anything; and the client that sent it is told so at its next
 * handshake, has its text still, and types on under a fresh client id.
 */
export async function expectRefused(
  scene: Scene,
  refused: {
    attack: Attack
    reasons: readonly string[]
    as?: 'update' | 'syncStep2'
    room?: ReturnType<Scene['newRoom']>
  },
): Promise<void> {
  const room = refused.room ?? scene.newRoom()
  const [sender, witness] = [await scene.open(room, 'sender'), await scene.open(room, 'witness')]
  await type(sender, 'vorher ')
  await witness.until('the text', () => textOf(witness.doc).endsWith('vorher '))
  const rows = await scene.rows(room)
  const acknowledged = sender.acknowledged.length
  const { clientID } = sender.doc

  const bytes = refused.attack(senderOf(sender))
  typeUnsent(sender, 'eigener Text')
  const frame = refused.as === 'syncStep2' ? syncStep2Frame : updateFrame
  sender.sendRaw(frame(roomName(room), bytes))

  await sender.until('the end of the socket', () => sender.closeCodes.includes(1008))
  await sender.until('the handshake’s answer', () => sender.refusal !== null, typesOnWithinMs)
  expect(sender.refusal).toBe('setAside')
  expect(sender.acknowledged).toHaveLength(acknowledged)
  expect(await scene.rows(room)).toBe(rows)

  const kept = await scene.quarantined(room)
  expect(kept).toHaveLength(1)
  expect(kept[0]).toMatchObject({ author: 'author-sender', client: clientID, size: bytes.length, kept: true })
  expect(refused.reasons).toContain(kept[0]?.reason)
  expect(Object.keys(kept[0] ?? {})).not.toContain('bytes')

  const fresh = await scene.open(room, 'sender')
  expect(fresh.doc.clientID).not.toBe(clientID)
  fresh.doc.getText('t').insert(textOf(fresh.doc).length, 'weiter ')
  await fresh.settled(typesOnWithinMs)
  await witness.until('what is typed on', () => textOf(witness.doc).endsWith('weiter '))
  await type(witness, 'danke')
  await fresh.until('the answer', () => textOf(fresh.doc).endsWith('danke'))

  expect(await scene.rows(room)).toBe(rows + 2)
  expect(witness.closeCodes).toEqual([])
  expect(witness.refusedFrames).toBe(0)
  expect(textOf(fresh.doc)).toBe(textOf(witness.doc))
  expect(textOf(fresh.doc)).not.toContain('eigener Text')
  expect(textOf(sender.doc)).toContain('vorher eigener Text')
  for (const client of [sender, witness, fresh]) client.close()
}
