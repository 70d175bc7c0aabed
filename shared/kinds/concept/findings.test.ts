import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type ConceptContent, fillConcept } from './fill.ts'
import { findings } from './findings.ts'
import { concept, type IncomeSource, type IncomeStatus } from './schema.ts'

const period = { from: '2026-09-01', to: '2027-08-31' }
const goal = {
  id: 'Z1',
  text: 'Bis zum 31. Mai 2027 haben vier Abende stattgefunden.',
  indicator: 'Abende',
  baseline: 0,
  target: 4,
  unit: 'Stück',
  due: '2027-05-31',
}
const measure = {
  id: 'A',
  what: 'Vier Informationsabende',
  goalIds: ['Z1'],
  from: '2026-10-01',
  to: '2027-05-31',
}
const first = { id: 'M1', due: '2026-10-31', title: 'Erster Abend', goalIds: ['Z1'] }
const last = { id: 'M2', due: '2027-08-31', title: 'Abschlussbericht', goalIds: ['Z1'], dependsOn: ['M1'] }
const fee = { id: 'A1', category: 'honorar', qty: 4, unitCents: 25_000, amountCents: 100_000 } as const
const drinks = {
  id: 'A2',
  category: 'verpflegung',
  qty: 6,
  unitCents: 2_000,
  amountCents: 12_000,
  eligible: false,
} as const
type Line = { id: string; source: IncomeSource; amountCents: number; status?: IncomeStatus }
const grant: Line = { id: 'E1', source: '20h_projekt', amountCents: 90_000 }
const own: Line = { id: 'E2', source: 'eigenmittel', amountCents: 22_000 }
const partner = { id: 'P1', name: 'Selbsthilfekontaktstelle Lindenfurt' }

/** A Konzeptpapier that no rule has anything to say about. */
const fine = {
  period,
  sections: { summary: { body: ['Das Projekt kostet 1.120 Euro; 900 Euro wollen wir beantragen.'] } },
  goals: [goal],
  measures: [measure],
  milestones: [first, last],
  partners: [partner],
  partnership: { independence: 'Über Inhalte und Mittel entscheidet allein die Gruppe.' },
  budget: { expenses: [fee, drinks], income: [grant, own] },
} satisfies ConceptContent

const imprint = { id: 's1', path: '/impressum', title: 'Impressum', owner: 'Redaktion' }
/** A Web-Konzept that no rule has anything to say about. */
const web = {
  cover: { conceptKind: 'webkonzept' },
  period,
  goals: [goal],
  pages: [
    imprint,
    { id: 's2', path: '/datenschutz', title: 'Datenschutz', owner: 'Redaktion' },
    { id: 's3', path: '/kontakt', title: 'So erreicht ihr uns', owner: 'Gruppe' },
    { id: 's4', path: '/hilfe', title: 'Hilfe in einer Krise', owner: 'Gruppe' },
  ],
  technology: { hostInEu: true, noTracking: true, contactWithoutAccount: true, imageRights: true },
} satisfies ConceptContent

const mini = (characters: number) => ({
  cover: { conceptKind: 'kleinstkonzept' as const },
  sections: { whoWeAre: { body: ['a'.repeat(characters - 10)] }, contact: { body: ['b'.repeat(10)] } },
})

function found(content: ConceptContent): string[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, concept.seed)
  fillConcept(concept.open(doc), content)
  return findings(concept.project(doc).value).map(
    ({ rule, level, path, detail, fields }) =>
      `${rule} ${level} ${path.join('/')} ${detail} ${JSON.stringify(fields)}`,
  )
}

const withGoal = (values: object): ConceptContent => ({ ...fine, goals: [{ ...goal, ...values }] })
const withFirst = (values: object): ConceptContent => ({
  ...fine,
  milestones: [{ ...first, ...values }, last],
})
const withLast = (values: object): ConceptContent => ({
  ...fine,
  milestones: [first, { ...last, ...values }],
})
const withMeasure = (values: object): ConceptContent => ({ ...fine, measures: [{ ...measure, ...values }] })
const withFee = (values: object): ConceptContent => ({
  ...fine,
  budget: { ...fine.budget, expenses: [{ ...fee, ...values }, drinks] },
})
const withIncome = (...income: Line[]): ConceptContent => ({
  ...fine,
  budget: { ...fine.budget, income },
})
const withSummary = (...body: string[]): ConceptContent => ({ ...fine, sections: { summary: { body } } })
const page = (values: object): ConceptContent => ({
  ...web,
  pages: [{ ...imprint, ...values }, ...web.pages.slice(1)],
})

describe('findings, domain.md 3.1–3.3', () => {
  it('nothing where all is well', () => {
    expect(found(fine)).toEqual([])
    expect(found(web)).toEqual([])
    expect(found(mini(4_500))).toEqual([])
  })
  it('nothing in an empty concept of any variant but what a website must have', () => {
    expect(found({})).toEqual([])
    expect(found({ cover: { conceptKind: 'kleinstkonzept' } })).toEqual([])
    expect(found({ cover: { conceptKind: 'webkonzept' } }).map(line => line.slice(0, 3))).toEqual([
      'K18',
      'K18',
      'K18',
      'K18',
      'K20',
      'K20',
      'K20',
      'K20',
    ])
  })
  it('rows in which nothing stands yet are left alone', () => {
    const empty = {
      goals: [goal, { id: 'Z2' }],
      measures: [measure, { id: 'B' }],
      milestones: [first, { id: 'M3' }, last],
    }
    expect(found({ ...fine, ...empty })).toEqual([])
  })
  it('what another variant holds is not looked at', () => {
    expect(
      found({ ...fine, cover: { conceptKind: 'kleinstkonzept' }, goals: [{ ...goal, due: null }] }),
    ).toEqual([])
    expect(found({ ...fine, ...web, pages: web.pages, milestones: [first] })).toEqual([])
  })

  it('K17 counts facts as they are read', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, concept.seed)
    fillConcept(concept.open(doc), {
      cover: { conceptKind: 'kleinstkonzept' },
      sections: { whoWeAre: { body: [`{{gruppe.name}}${'a'.repeat(4_490)}`] } },
    })
    const { value } = concept.project(doc)
    const rules = (name: string) =>
      findings(value, { facts: { 'gruppe.name': name } }).map(({ rule }) => rule)
    expect(rules('Lichtblick')).toEqual([])
    expect(rules('Lichtblicke')).toEqual(['K17'])
  })

  it.each<[string, ConceptContent, string[]]>([
    [
      'K01 the amount is another one',
      withFee({ amountCents: 99_999, qty: 4 }),
      [
        'K15 error sections/summary/body summaryCost {"written":112000,"table":111999}',
        'K01 error budget/expenses/A1/amountCents amountDiffers {"amount":100000,"written":99999}',
        'K03 error budget/income moneyLeft {"expenses":111999,"income":112000,"difference":1}',
      ],
    ],
    ['K01 a fraction of a unit, rounded half up', withFee({ qty: 2.5, unitCents: 40_000 }), []],
    ['K01 half a cent goes up', withFee({ qty: 0.5, unitCents: 199_999 }), []],
    ['K01 only an amount', withFee({ qty: null }), []],
    [
      'K01 no amount yet',
      { budget: { expenses: [{ ...fee, amountCents: null }] } },
      ['K01 hint budget/expenses/A1/amountCents amountMissing {"amount":100000}'],
    ],
    [
      'K02 a negative quantity',
      { budget: { expenses: [{ ...fee, qty: -4, amountCents: -100_000 }] } },
      ['K02 warn budget/expenses/A1/qty qtyNegative {"qty":-4}'],
    ],
    [
      'K02 a negative price',
      { budget: { expenses: [{ ...fee, unitCents: -25_000, amountCents: -100_000 }] } },
      ['K02 warn budget/expenses/A1/unitCents priceNegative {"price":-25000}'],
    ],
    [
      'K03 money is missing',
      withIncome(grant, { ...own, amountCents: 21_999 }),
      ['K03 error budget/income moneyMissing {"expenses":112000,"income":111999,"difference":1}'],
    ],
    [
      'K03 what was refused does not come',
      withIncome(grant, { ...own, status: 'abgelehnt' }),
      ['K03 error budget/income moneyMissing {"expenses":112000,"income":90000,"difference":22000}'],
    ],
    ['K03 one side only has been begun', { budget: { expenses: [fee] } }, []],
    [
      'K04 more is asked for than can be funded',
      withIncome({ ...grant, amountCents: 100_001 }, { ...own, amountCents: 11_999 }),
      [
        'K15 error sections/summary/body summaryRequested {"written":90000,"table":100001}',
        'K04 error budget/income requestedTooHigh {"requested":100001,"eligible":100000}',
      ],
    ],
    [
      'K04 both strands of § 20h together',
      {
        budget: {
          expenses: [fee],
          income: [
            { ...grant, amountCents: 60_000 },
            { ...grant, id: 'E9', source: '20h_pauschal', amountCents: 40_001 },
          ],
        },
      },
      [
        'K03 error budget/income moneyLeft {"expenses":100000,"income":100001,"difference":1}',
        'K04 error budget/income requestedTooHigh {"requested":100001,"eligible":100000}',
      ],
    ],
    [
      'K05 § 20h pays what cannot be funded',
      { ...fine, budget: { ...fine.budget, expenses: [fee, { ...drinks, fundedBy: ['E2', 'E1'] }] } },
      ['K05 warn budget/expenses/A2/fundedBy ineligiblePaid {}'],
    ],
    [
      'K05 own funds pay it',
      {
        ...fine,
        budget: {
          ...fine.budget,
          expenses: [
            { ...fee, fundedBy: ['E1'] },
            { ...drinks, fundedBy: ['E2'] },
          ],
        },
      },
      [],
    ],
    [
      'K06 catering counts as fundable',
      { ...fine, budget: { ...fine.budget, expenses: [fee, { ...drinks, eligible: true }] } },
      ['K06 hint budget/expenses/A2/eligible cateringEligible {}'],
    ],
    ['K07 no measure', { ...fine, measures: [] }, ['K07 warn goals/Z1 goalWithoutMeasure {}']],
    [
      'K08 no milestone',
      {
        ...fine,
        milestones: [
          { ...first, goalIds: [] },
          { ...last, goalIds: [] },
        ],
      },
      ['K08 warn goals/Z1 goalWithoutMilestone {}'],
    ],
    [
      'K09 no indicator',
      withGoal({ indicator: '' }),
      ['K09 warn goals/Z1/indicator goalNotMeasurable {"missing":"indicator"}'],
    ],
    ['K09 a target of nought is one', withGoal({ target: 0 }), []],
    [
      'K09 neither target nor unit',
      withGoal({ target: null, unit: '' }),
      ['K09 warn goals/Z1/target goalNotMeasurable {"missing":"target unit"}'],
    ],
    [
      'K09 a guiding goal says the direction',
      withGoal({ unit: '', level: 'leitziel' }),
      ['K09 hint goals/Z1/unit goalNotMeasurable {"missing":"unit"}'],
    ],
    ['K10 no day', withGoal({ due: null }), ['K10 hint goals/Z1/due goalDueMissing {}']],
    ['K10 on the last day', withGoal({ due: '2027-08-31' }), []],
    [
      'K10 after the end',
      withGoal({ due: '2027-09-01' }),
      ['K10 warn goals/Z1/due goalOutsidePeriod {"due":"2027-09-01"}'],
    ],
    [
      'K10 before the beginning',
      withGoal({ due: '2026-08-31' }),
      ['K10 warn goals/Z1/due goalOutsidePeriod {"due":"2026-08-31"}'],
    ],
    ['K11 no day', withFirst({ due: null }), ['K11 hint milestones/M1/due milestoneDueMissing {}']],
    ['K11 on the first day', withFirst({ due: '2026-09-01' }), []],
    [
      'K11 before the beginning',
      withFirst({ due: '2026-08-31' }),
      ['K11 warn milestones/M1/due milestoneOutsidePeriod {"due":"2026-08-31"}'],
    ],
    ['K12 no report', withLast({ title: 'Feier' }), ['K12 warn milestones reportMissing {}']],
    [
      'K12 something comes after it',
      {
        ...fine,
        milestones: [
          { ...first, due: '2027-08-31' },
          { ...last, due: '2027-08-30', dependsOn: [] },
        ],
      },
      ['K12 warn milestones/M2/due reportNotLast {"milestone":"M1"}'],
    ],
    [
      'K12 „Verwendungsnachweis“ on the same last day',
      {
        ...fine,
        milestones: [
          { ...first, due: '2027-08-31' },
          { ...last, title: 'Verwendungsnachweis' },
        ],
      },
      [],
    ],
    [
      'K13 on itself',
      withFirst({ dependsOn: ['M1'] }),
      ['K13 error milestones/M1/dependsOn dependsOnItself {}'],
    ],
    [
      'K13 in a circle',
      withFirst({ dependsOn: ['M2'], due: '2027-08-31' }),
      [
        'K13 error milestones/M1/dependsOn dependsInCircle {"milestone":"M2"}',
        'K13 error milestones/M2/dependsOn dependsInCircle {"milestone":"M1"}',
      ],
    ],
    [
      'K13 a circle that others only lead to',
      {
        ...fine,
        milestones: [
          { ...first, dependsOn: ['M3'] },
          { ...first, id: 'M3', dependsOn: ['M4'] },
          { ...first, id: 'M4', dependsOn: ['M3'] },
          last,
        ],
      },
      [
        'K13 error milestones/M3/dependsOn dependsInCircle {"milestone":"M4"}',
        'K13 error milestones/M4/dependsOn dependsInCircle {"milestone":"M3"}',
      ],
    ],
    [
      'K14 due before what it needs',
      {
        ...fine,
        milestones: [{ ...first, dependsOn: ['M3'] }, { ...first, id: 'M3', due: '2026-11-01' }, last],
      },
      [
        'K14 warn milestones/M1/due beforeDependency {"milestone":"M3","due":"2026-10-31","needed":"2026-11-01"}',
      ],
    ],
    [
      'K14 on the same day',
      { ...fine, milestones: [{ ...first, dependsOn: ['M3'] }, { ...first, id: 'M3' }, last] },
      [],
    ],
    [
      'K15 the costs are others',
      withSummary('Das Projekt kostet 1.121 Euro.'),
      ['K15 error sections/summary/body summaryCost {"written":112100,"table":112000}'],
    ],
    [
      'K15 another sum is asked for',
      withSummary('Insgesamt kostet es 1.120,00 €, davon beantragen wir 900,50 €.'),
      ['K15 error sections/summary/body summaryRequested {"written":90050,"table":90000}'],
    ],
    [
      'K15 an amount that stands nowhere',
      withSummary('Wir haben schon 17 Euro gesammelt.'),
      ['K15 warn sections/summary/body summaryUnknown {"written":1700}'],
    ],
    ['K15 an amount of a line', withSummary('Eigene Mittel von 220 Euro sind da.'), []],
    ['K15 no amounts', withSummary('Vier Abende mit 60 Menschen in 12 Monaten.'), []],
    ['K15 tables not begun', { sections: { summary: { body: ['Das kostet 5 Euro.'] } } }, []],
    ['K16 exactly 900', withSummary('ä'.repeat(450), '😀'.repeat(450)), []],
    [
      'K16 one more',
      withSummary('a'.repeat(901)),
      ['K16 warn sections/summary/body summaryTooLong {"count":901,"max":900,"over":1}'],
    ],
    [
      'K17 one more',
      mini(4_501),
      ['K17 warn cover/title miniConceptTooLong {"count":4501,"max":4500,"over":1}'],
    ],
    [
      'K18 no imprint',
      { ...web, pages: web.pages.slice(1) },
      ['K18 warn pages pageMissing {"page":"impressum"}'],
    ],
    ['K19 nobody looks after it', page({ owner: '' }), ['K19 hint pages/s1/owner pageOwnerMissing {}']],
    [
      'K19 one path twice',
      { ...web, pages: [...web.pages, { ...imprint, id: 's5', path: 'Impressum/' }] },
      ['K19 warn pages/s5/path pathTwice {"path":"Impressum/"}'],
    ],
    [
      'K20 nobody has promised it',
      { ...web, technology: { ...web.technology, noTracking: false } },
      ['K20 hint technology/noTracking trackingOpen {}'],
    ],
    ...(
      [
        ['hostInEu', 'hostOutsideEu'],
        ['contactWithoutAccount', 'contactNeedsAccount'],
        ['imageRights', 'imageRightsOpen'],
      ] as const
    ).map(([field, detail]): [string, ConceptContent, string[]] => [
      `K20 ${field}`,
      { ...web, technology: { ...web.technology, [field]: false } },
      [`K20 hint technology/${field} ${detail} {}`],
    ]),
    ['K17 exactly 4,500', mini(4_500), []],
    [
      'K21 independence',
      { ...fine, partnership: { independence: '' } },
      ['K21 warn partnership/independence independenceMissing {}'],
    ],
    ['K21 nobody else takes part', { ...fine, partners: [], partnership: { independence: '' } }, []],
    [
      'K22 where is the letter',
      { ...fine, partners: [{ ...partner, commitment: 'schriftlich' }] },
      ['K22 hint partners/P1/letterAttached letterMissing {}'],
    ],
    [
      'K22 there it is',
      { ...fine, partners: [{ ...partner, commitment: 'schriftlich', letterAttached: true }] },
      [],
    ],
    [
      'K23 no end',
      { ...fine, period: { from: '2026-09-01' } },
      ['K23 hint cover/period/to periodMissing {}'],
    ],
    [
      'K23 backwards',
      { period: { from: '2026-09-02', to: '2026-09-01' } },
      ['K23 error cover/period/to periodBackwards {"from":"2026-09-02","to":"2026-09-01"}'],
    ],
    ['K23 one day', { period: { from: '2026-09-01', to: '2026-09-01' } }, []],
    [
      'K24 serves no goal',
      { ...fine, measures: [measure, { ...measure, id: 'B', goalIds: [] }] },
      ['K24 hint measures/B/goalIds measureWithoutGoal {}'],
    ],
    [
      'K24 backwards',
      withMeasure({ from: '2027-05-31', to: '2027-05-30' }),
      ['K24 error measures/A/to measureBackwards {"from":"2027-05-31","to":"2027-05-30"}'],
    ],
    [
      'K24 begins too early',
      withMeasure({ from: '2026-08-31' }),
      ['K24 warn measures/A/from measureOutsidePeriod {"day":"2026-08-31"}'],
    ],
    [
      'K25 a goal that is gone',
      withMeasure({ goalIds: ['Z1', 'Z9'] }),
      ['K25 hint measures/A/goalIds referenceGone {}'],
    ],
    [
      'K25 a milestone and a source that are gone',
      {
        ...fine,
        milestones: [first, { ...last, dependsOn: ['M9'] }],
        budget: { ...fine.budget, expenses: [{ ...fee, fundedBy: ['E9'] }, drinks] },
      },
      [
        'K25 hint milestones/M2/dependsOn referenceGone {}',
        'K25 hint budget/expenses/A1/fundedBy referenceGone {}',
      ],
    ],
  ])('%s', (_, content, expected) => {
    expect(found(content)).toEqual(expected)
  })
})
