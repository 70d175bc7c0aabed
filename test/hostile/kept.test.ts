import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { findings } from '#shared/kinds/minutes/findings.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { roomName } from '#shared/wire/room.ts'
import type { CollabClient } from '#test/support/collabClient.ts'
import { updateFrame } from '#test/support/hostile/clientFrames.ts'
import { type Scene, senderOf, startScene, type } from '#test/support/hostile/scene.ts'
import * as attacks from '#test/support/hostile/updateAttacks.ts'

/** What no kind knows is taken, kept and told, and changes nothing that people see. */
describe('content without meaning here', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await startScene()
  })
  afterAll(() => scene.end())

  /** Minutes with a title and an agenda item, open for two. */
  const withMinutes = async () => {
    const room = scene.newRoom()
    const [sender, witness] = [await scene.open(room, 'sender'), await scene.open(room, 'witness')]
    const handle = minutes.open(sender.doc)
    handle.record('header').set('title', 'Herbsttreffen')
    handle.list('agenda').add('top1', { title: 'Bericht', body: ['Text'] })
    await sender.settled()
    return { room, sender, witness, before: (await scene.project(room)).value }
  }
  const taken = async (sender: CollabClient, room: Parameters<Scene['rows']>[0], bytes: Uint8Array) => {
    const rows = await scene.rows(room)
    const acknowledged = sender.acknowledged.length
    sender.sendRaw(updateFrame(roomName(room), bytes))
    await sender.until('an acknowledgement', () => sender.acknowledged.length === acknowledged + 1)
    expect(await scene.rows(room)).toBeGreaterThan(rows)
  }
  /** Whoever comes later has the same bytes: nothing was deleted on the way through journal and snapshot. */
  const laterDoc = async (room: Parameters<Scene['rows']>[0]): Promise<Y.Doc> => {
    await scene.emptied()
    return (await scene.open(room, 'later')).doc
  }

  it('[b11] an unknown root is kept, shown nowhere, and listed', async () => {
    const { room, sender, witness, before } = await withMinutes()
    await taken(sender, room, attacks.kept.unknownRoot(senderOf(sender)))
    const { value, issues } = await scene.project(room)
    expect(value).toEqual(before)
    expect(issues).toContainEqual({ path: ['stranger'], code: 'unknownRoot', severity: 'info' })
    await type(witness, 'ungestört')
    expect((await laterDoc(room)).getMap('stranger').toJSON()).toEqual({ k: 'v' })
  })

  it('[b12] a list in the root that is a map: the server clears it away, everything else stays', async () => {
    const { room, sender, witness, before } = await withMinutes()
    const rows = await scene.rows(room)
    await taken(sender, room, attacks.kept.rootOfAnotherType(senderOf(sender)))
    await expect.poll(() => scene.rows(room)).toBe(rows + 2)
    const { value, issues } = await scene.project(room)
    expect(value).toEqual(before)
    expect(issues.filter(({ path }) => path.length === 0)).toEqual([])
    expect(witness.closeCodes).toEqual([])
    expect((await laterDoc(room)).getText('document').toJSON()).toBe('')
  })

  it('[b13] an unknown node with an unknown attribute and mark is kept as it is, shown, and listed', async () => {
    const { room, sender, witness } = await withMinutes()
    const body = minutes.open(sender.doc).list('agenda').get('top1')?.prose('body')
    const item = body?._item
    if (!item) throw new Error('no body')
    const attack = attacks.unknownProse([item.id.client, item.id.clock])
    await taken(sender, room, attack(senderOf(sender)))
    const { value, issues } = await scene.project(room)
    expect(JSON.stringify(value.agenda[0]?.body)).toContain('hologram')
    const codes = issues.map(({ code }) => code)
    expect(codes).toContain('unknownNode')
    expect(codes).toContain('unknownMark')
    await type(witness, 'ungestört')
    const later = minutes
      .open(await laterDoc(room))
      .list('agenda')
      .get('top1')
      ?.prose('body')
    expect(later?.toJSON()).toContain('<hologram sparkle="very"><shimmer>Text</shimmer></hologram>')
  })

  it.each(['subdocument', 'binary'] as const)('[b14] a %s is kept and never loaded', async which => {
    const { room, sender, witness, before } = await withMinutes()
    await taken(sender, room, attacks.kept[which](senderOf(sender)))
    const { value, issues } = await scene.project(room)
    expect(value).toEqual(before)
    expect(issues.map(({ path }) => path)).toContainEqual(['k'])
    expect(scene.server.collab.openDocuments).toBeGreaterThan(0)
    await type(witness, 'ungestört')
    const later = (await laterDoc(room)).getMap('document').get('k')
    if (which === 'binary') expect(later).toEqual(new Uint8Array(1000).fill(7))
    else expect(later).toBeInstanceOf(Y.Doc)
  })

  it('[b15] NUL and lone surrogates from another client are kept, and projected clean', async () => {
    const { room, sender, witness } = await withMinutes()
    const map = sender.doc.getMap('document').get('header')
    if (!(map instanceof Y.Map)) throw new Error('no header')
    map.set('title', 'vor\0nach')
    await sender.settled()
    await taken(sender, room, attacks.unclean(senderOf(sender)))
    const { value } = await scene.project(room)
    expect(JSON.stringify(value)).not.toMatch(/\\u0000|\\ud800/)
    expect(value.header.title).toBe('vornach')
    await type(witness, 'ungestört')
    const later = (await laterDoc(room)).getMap('document')
    expect([later.get('k'), later.get('k2')]).toEqual(['vor\0nach', attacks.uncleanText])
  })

  it('[b58] a decided value that is written into the draft shows nowhere', async () => {
    const { room, sender, witness, before } = await withMinutes()
    await taken(sender, room, attacks.forgedDecisions(senderOf(sender)))
    const { value, issues } = await scene.project(room)
    expect(value).toEqual(before)
    for (const key of Object.keys(attacks.decidedValues))
      expect(issues).toContainEqual({ path: [key], code: 'unknownKey', severity: 'info' })
    await type(witness, 'ungestört')
  })

  it('[b58] a vote that is written into a decision of the draft shows nowhere', async () => {
    const { room, sender, witness } = await withMinutes()
    const handle = minutes
      .open(sender.doc)
      .list('decisions')
      .add('d1', { wording: ['Wir fahren.'] })
    await sender.settled()
    const before = (await scene.project(room)).value
    const entry = handle.y._item
    if (!entry) throw new Error('no decision')
    const attack = attacks.forgedVote([entry.id.client, entry.id.clock])
    await taken(sender, room, attack(senderOf(sender)))
    const { value, issues } = await scene.project(room)
    expect(value).toEqual(before)
    for (const key of Object.keys(attacks.confirmedValues))
      expect(issues).toContainEqual({ path: ['decisions', 'd1', key], code: 'unknownKey', severity: 'info' })
    expect(findings(value).map(({ rule }) => rule)).toEqual(findings(before).map(({ rule }) => rule))
    await type(witness, 'ungestört')
  })
})
