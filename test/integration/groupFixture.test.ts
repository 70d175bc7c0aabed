import { describe, expect, it } from 'vitest'
import { enterGroup, groupFixture } from '#server/demo/group.ts'
import { groupRecord } from '#shared/kinds/groupRecord/schema.ts'
import { factsOf } from '#shared/rules/groupFacts.ts'
import {
  emptyGroupRecord,
  type SlotInput,
  slotAsFixture,
  stateAsFixture,
  variantFixtures,
} from '#test/support/groupFixture.ts'

const today = '2026-07-13'

describe('c.group (scenarios.md c.1)', () => {
  it.each(groupFixture.states)(
    'c.group entered as on $on projects equal to the fixture',
    ({ on, ...state }) => {
      const { doc, handle } = emptyGroupRecord()
      enterGroup(handle, { on, ...state })
      const { value, issues } = groupRecord.project(doc)
      expect(issues).toEqual([])
      expect(value.slots.map(slotAsFixture)).toEqual(groupFixture.meetingSlots)
      expect(stateAsFixture(value)).toEqual(state)
      expect(value.group.foundedOn).toBe('2026-05-04')
      expect(value.group.founderCount).toBe(5)
    },
  )

  it.each(groupFixture.states)('of c.group on $on are the merge fields of the fixture', state => {
    const { doc, handle } = emptyGroupRecord()
    enterGroup(handle, state)
    const facts = factsOf(groupRecord.project(doc).value, { today })
    const names = Object.keys(groupFixture.mergeFields)
    expect(Object.fromEntries(names.map(name => [name, facts[name]]))).toEqual(groupFixture.mergeFields)
    expect(facts['gruppe.treffen']).toBe('montags von 17:30 bis 19:00 Uhr')
    expect(facts['gruppe.zugang']).toBe(state.openness)
  })
})

describe('b.variants (scenarios.md b.2)', () => {
  it('of the three variants of b.variants are what the fixture says', () => {
    const meetings: SlotInput[] = [
      { weekday: 'MO', from: '17:30', to: '19:00' },
      { weekday: 'DI', from: '19:00', to: '20:30' },
      { weekday: 'SA', from: '10:00', to: '12:00', rhythm: 'monat', week: '2' },
    ]
    expect(variantFixtures).toHaveLength(3)
    variantFixtures.forEach((variant, index) => {
      const { doc, handle } = emptyGroupRecord()
      handle.record('group').assign({
        name: variant['gruppe.name'] ?? '',
        openness: (['offen_mit_vorgespraech', 'offen', 'geschlossen'] as const)[index] ?? null,
      })
      handle.record('contact').set('phone', variant['gruppe.kontakt.telefon'] ?? '')
      const slot = handle.list('slots').add('s1', meetings[index] ?? {})
      slot.record('place').assign({
        withPreposition: variant['gruppe.ort.mitPraeposition'] ?? '',
        city: variant['gruppe.ort.stadt'] ?? '',
      })
      const facts = factsOf(groupRecord.project(doc).value, { today })
      const ofGroup = Object.entries(variant).filter(([name]) => name.startsWith('gruppe.'))
      expect(ofGroup).toHaveLength(6)
      expect(Object.fromEntries(ofGroup.map(([name]) => [name, facts[name]]))).toEqual(
        Object.fromEntries(ofGroup),
      )
    })
  })
})
