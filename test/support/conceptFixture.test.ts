import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { conceptFixture, contentOfC4, contentOfC5, documentSections } from '#server/demo/concepts.ts'
import { readFixture } from '#server/demo/files.ts'
import { figuresOf } from '#shared/kinds/concept/figures.ts'
import { type ConceptContent, fillConcept } from '#shared/kinds/concept/fill.ts'
import { findings } from '#shared/kinds/concept/findings.ts'
import { miniConceptCharacters } from '#shared/kinds/concept/lengths.ts'
import { concept, opennessSchema } from '#shared/kinds/concept/schema.ts'
import { fundingCheck, fundingRuleSchema } from '#shared/rules/funding.ts'
import { fundingRules } from '#shared/rules/fundingRules.ts'
import { writeCents } from '#shared/rules/money.ts'
import { asConceptFixture } from './conceptFixture.ts'

function projectionOf(content: ConceptContent) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, concept.seed)
  fillConcept(concept.open(doc), content)
  return concept.project(doc)
}
const rulesOf = (content: ConceptContent) =>
  findings(projectionOf(content).value).map(({ rule, path }) => `${rule} ${path.join('/')}`)

describe('C5, the project concept', () => {
  it('projects equal to its fixture', () => {
    const { value, issues } = projectionOf(contentOfC5())
    expect(issues).toEqual([])
    const { fixture: _, docId: __, ...expected } = conceptFixture
    expect(asConceptFixture(value)).toEqual(expected)
  })

  it('has the sums of its tables', () => {
    const { value } = projectionOf(contentOfC5())
    expect(figuresOf(value.budget)).toEqual({
      expenses: 244_400,
      income: 244_400,
      eligible: 232_400,
      requested: 190_000,
      difference: 0,
      inKindHours: 60,
    })
    const table = documentSections('C5')[7]?.lines ?? []
    const amounts = [...value.budget.expenses, ...value.budget.income].map(row =>
      writeCents(row.amountCents ?? 0),
    )
    const written = table
      .map(line => / ([\d.]+,\d{2}) \|$/u.exec(line)?.[1])
      .filter(cell => cell !== undefined)
    expect(written).toEqual(amounts)
  })

  it('no rule has anything to say about it', () => {
    expect(rulesOf(contentOfC5())).toEqual([])
  })
  it('the fixture alone has no measures: K07 says so for each goal', () => {
    const { measures: _, ...rest } = contentOfC5()
    expect(rulesOf(rest)).toEqual(['K07 goals/Z1', 'K07 goals/Z2', 'K07 goals/Z3', 'K07 goals/Z4'])
  })
  it('a copy that asks for more than is eligible is found', () => {
    const { budget, ...rest } = contentOfC5()
    const income = (budget?.income ?? [])
      .map(row => ({ ...row, amountCents: row.id === 'E1' ? 232_401 : 11_999 }))
      .slice(0, 2)
    const found = rulesOf({ ...rest, budget: { ...budget, income } })
    expect(found).toEqual(['K15 sections/summary/body', 'K04 budget/income'])
  })
})

describe('C4, the mini concept', () => {
  it('fits, and no rule has anything to say about it', () => {
    const { value } = projectionOf(contentOfC4())
    const lines = documentSections('C4').flatMap(section => section.lines)
    expect(miniConceptCharacters(value)).toBe(lines.map(line => line.replace(/^- /u, '')).join('').length)
    expect(rulesOf(contentOfC4())).toEqual([])
  })
})

const checkSchema = z.object({
  ruleSet: fundingRuleSchema.omit({ id: true }),
  expect: z.array(
    z.strictObject({
      on: z.string(),
      eligible: z.boolean(),
      missing: z.array(z.string()),
      deadline: z.string().optional(),
    }),
  ),
})
const groupSchema = z.object({
  states: z.array(
    z.object({
      on: z.string(),
      members: z.int(),
      openness: opennessSchema,
      foundingMeetingMinuted: z.boolean(),
      publiclyAnnounced: z.boolean(),
      ownAccount: z.boolean(),
      professionalLead: z.boolean(),
    }),
  ),
})

describe('c.fundingCheck', () => {
  const { ruleSet, expect: expected } = checkSchema.parse(readFixture('c.fundingCheck'))
  const { states } = groupSchema.parse(readFixture('c.group'))
  const foundedOn = states[0]?.on ?? null

  it('the shipped rule is the fixture’s', () => {
    const {
      state: _,
      id: __,
      ...shipped
    } = fundingRules.find(rule => rule.id === 'mittelland-2026') ?? (ruleSet as never)
    const { state: ___, ...fixture } = ruleSet
    expect(shipped).toEqual(fixture)
  })

  it.each(expected)('on $on', entry => {
    const state = states.find(({ on }) => on === entry.on)
    if (!state) throw new Error(`c.group has no state on ${entry.on}`)
    const { missing, ...check } = fundingCheck(
      { id: 'fixture', ...ruleSet },
      { foundedOn, ...state },
      entry.on,
    )
    expect({
      on: entry.on,
      ...check,
      missing: missing.map(one =>
        'have' in one ? `${one.condition} ${one.have}/${one.need}` : one.condition,
      ),
    }).toEqual(entry)
  })
})
