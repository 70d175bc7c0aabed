import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { conceptFixture, contentOfC4, documentProse } from '#server/demo/concepts.ts'
import { readDocument, readFixture } from '#server/demo/files.ts'
import { groupFixture } from '#server/demo/group.ts'
import { inWords } from '#server/demo/inWords.ts'
import { a2Content } from '#server/demo/minutesA2.ts'
import { c3Content } from '#server/demo/minutesC3.ts'
import { demoMinutesId, seedDemo } from '#server/demo/seed.ts'
import { showcaseIds } from '#server/demo/showcase.ts'
import { verifyLedger } from '#server/ledger/verify.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import { type DocumentId, documentIdSchema, personIdSchema } from '#shared/ids.ts'
import { concept } from '#shared/kinds/concept/schema.ts'
import { groupRecord } from '#shared/kinds/groupRecord/schema.ts'
import { kitItem } from '#shared/kinds/kitItem/schema.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import { recordOf } from '#shared/kinds/minutes/recordOf.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { pressTemplate } from '#shared/kinds/pressTemplate/schema.ts'
import { starterKit } from '#shared/kinds/starterKit/schema.ts'
import { germanDay } from '#shared/rules/germanForms.ts'
import { factsOf } from '#shared/rules/groupFacts.ts'
import { fillIn } from '#shared/rules/mergeFields.ts'
import { asConceptFixture } from '#test/support/conceptFixture.ts'
import { slotAsFixture, stateAsFixture } from '#test/support/groupFixture.ts'
import { minutesDraft } from '#test/support/minutesDocuments.ts'
import { asFixture, expectMatches } from '#test/support/minutesFixture.ts'
import { releaseDocument, templateDocument } from '#test/support/pressFixture.ts'
import { startTestApp, type TestApp } from '#test/support/testApp.ts'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
  await seedDemo(test.app, { showcase: true })
})
afterAll(() => test.close())

type Projecting<V> = { project(doc: Y.Doc): { value: V; issues: readonly unknown[] } }
/** What the server has of the document; nothing in it may need a repair. */
async function kept<V>(kind: Projecting<V>, documentId: DocumentId): Promise<V> {
  const { value, issues } = await test.app.collab.read({ documentId, generation: 1 }, doc =>
    kind.project(doc),
  )
  expect(issues).toEqual([])
  return value
}

describe('the demo holds the documents of the scenarios', () => {
  it('A1 as it is after its meeting, A2 and C3', async () => {
    expectMatches(asFixture(await kept(minutes, demoMinutesId)), inWords(readFixture('a.afterTimeline')))
    expect(await kept(minutes, showcaseIds.A2)).toEqual(minutesDraft(inWords(a2Content())))
    expect(await kept(minutes, showcaseIds.C3)).toEqual(minutesDraft(c3Content()))
  })

  it('what was decided in A1 and C3, in a ledger that verifies', async () => {
    const recorded = async (id: DocumentId) => recordOf(await test.app.ledger.rows(id))
    const numbers = ({ decisions, elections }: MinutesRecord) =>
      [...decisions, ...elections]
        .map(({ register }) => register ?? '')
        .toSorted((one, other) => one.localeCompare(other))
    const a1 = await recorded(demoMinutesId)
    expect(a1.state).toBe('versandt')
    expect(a1.signatures.map(({ person }) => person)).toEqual(['u.dy', 'u.ma'])
    expect(numbers(a1)).toEqual([1, 2, 3, 4, 5].map(place => `2026-01/0${place}`))
    const c3 = await recorded(showcaseIds.C3)
    expect(numbers(c3)).toEqual([1, 2, 3, 4, 5].map(place => `G-0${place}`))
    expect(c3.elections).toMatchObject([{ elected: ['k1'], accepted: { k1: true } }])
    expect(await verifyLedger(test.app.database.kysely)).toMatchObject({ faults: [], signatures: 2 })
  })

  it('B1, B2 and B3 as they are printed', async () => {
    expect(templateDocument(await kept(pressTemplate, showcaseIds.B1))).toBe(readDocument('B1'))
    expect(releaseDocument(await kept(pressTemplate, showcaseIds.B2))).toBe(readDocument('B2'))
    expect(releaseDocument(await kept(pressTemplate, showcaseIds.B3))).toBe(readDocument('B3'))
  })

  it('C4 with its text, C5 with its rows', async () => {
    const c4 = await kept(concept, showcaseIds.C4)
    for (const [name, { title, lines }] of documentProse('C4')) {
      expect(c4.sections[name].title).toBe(title)
      const printed = lines.map(line => line.replace(/^- /u, ''))
      expect(paragraphTexts(c4.sections[name].body)).toEqual(printed)
    }
    expect(c4.cover).toMatchObject(contentOfC4().cover ?? {})
    const { fixture: _, docId: __, ...expected } = conceptFixture
    expect(asConceptFixture(await kept(concept, showcaseIds.C5))).toEqual(expected)
  })

  it('the group as it is on the last day of c.group', async () => {
    const value = await kept(groupRecord, showcaseIds.group)
    const { on, ...state } = groupFixture.states.at(-1) ?? { on: '' }
    expect(stateAsFixture(value)).toEqual(state)
    expect(value.slots.map(slotAsFixture)).toEqual(groupFixture.meetingSlots)
    expect(factsOf(value, { today: on })).toMatchObject(groupFixture.mergeFields)
  })

  it('C2 with the facts of the group, word for word', async () => {
    const { header, blocks } = await kept(kitItem, showcaseIds.C2)
    const sheet = [
      `# ${header.title}`,
      `Auf Grundlage von ${header.basedOn?.item}, Fassung ${header.basedOn?.version} · Stand ${germanDay(header.asOf ?? '')}`,
      ...blocks.map(
        ({ id, locked, title, body }) =>
          `**[${id}${locked ? ' · gesperrt' : ''}] ${title}**\n${paragraphTexts(body).join('\n')}`,
      ),
    ].join('\n\n')
    expect(`${fillIn(sheet, groupFixture.mergeFields)}\n`).toBe(readDocument('C2'))
  })

  it('the kit with its 32 sheets, three of them the group’s own texts', async () => {
    const { header, items, groupRecordId } = await kept(starterKit, showcaseIds.kit)
    expect(groupRecordId).toBe(showcaseIds.group)
    expect(header.packedOn).not.toBeNull()
    expect(items).toHaveLength(32)
    const began = items.filter(item => item.state !== 'nicht_begonnen')
    expect(began.map(({ code, documentId, state }) => [code, documentId, state])).toEqual([
      ['SP-06', showcaseIds.C3, 'verwendet'],
      ['SP-07', showcaseIds.C2, 'angepasst'],
      ['SP-17', showcaseIds.C4, 'verwendet'],
    ])
    const { api } = await test.signIn(personIdSchema.parse('u.bernd'))
    for (const { documentId, documentKind } of items) {
      const { document } = await api.documents.open({ id: documentIdSchema.parse(documentId) })
      expect(document.kind).toBe(documentKind)
    }
  })

  it('each lies on the desks of its space and on no other, the sheets of the kit in the kit', async () => {
    const desk = async (id: string) => {
      const cards = await (await test.signIn(personIdSchema.parse(id))).api.documents.list()
      return cards
        .filter(({ partOf }) => partOf !== showcaseIds.kit)
        .map(card => card.id)
        .toSorted()
    }
    const { A2, B1, B2, B3, C5, group, kit } = showcaseIds
    expect(await desk('u.dy')).toEqual([demoMinutesId, A2, B2, B3].toSorted())
    expect(await desk('u.tl')).toEqual([B1])
    expect(await desk('u.km')).toEqual([C5, group, kit].toSorted())
    expect(await desk('u.as')).toEqual([])
  })
})
