import { describe, expect, it } from 'vitest'
import type { ProseNode } from '#shared/document/prose.ts'
import { nodesFromLines } from '#shared/document/proseLines.ts'
import { groupRecordDraftSchema } from '#shared/kinds/groupRecord/schema.ts'
import { factLabels } from '#shared/rules/factLabels.ts'
import { factsOf } from '#shared/rules/groupFacts.ts'
import { baseLanguageRules } from '#shared/rules/language/baseRules.ts'
import { checkLanguage } from '#shared/rules/language/check.ts'
import { fillIn, mergeFieldNames, unresolved } from '#shared/rules/mergeFields.ts'
import type { KitMaster, KitMasterBlock } from './master.ts'
import { masters } from './masters.ts'

const all = [0, 1, 2, 3, 4, 5]
const every = 'every block'

/** Code, phases, formats, locked blocks: the table of domain.md 5.2. */
const table: [code: string, phases: number[], formats: string[], locked: string[] | typeof every][] = [
  ['SP-01', all, ['HTML', 'PDF'], []],
  ['SP-02', [0], ['Formular'], []],
  ['SP-03', [1], ['DOCX', 'PDF'], []],
  ['SP-04', [1], ['Liste'], []],
  ['SP-05', [2], ['Text'], ['Hilfe in Krisen']],
  ['SP-06', [3], ['Protokollvorlage'], []],
  ['SP-07', [3], ['DOCX', 'HTML'], ['Wenn jemand in einer Krise ist', 'Naloxon']],
  ['SP-08', [3], ['Karte A5'], []],
  ['SP-09', [3, 4], ['Karten'], []],
  ['SP-10', [2], ['PDF (Druck)'], ['Impressum', 'Logo und Druck']],
  ['SP-11', [2], ['PDF (Druck)'], ['Impressum', 'Logo und Druck']],
  ['SP-12', [2], ['PDF (Druck)'], []],
  ['SP-13', [2], ['Pressevorlage'], ['Über uns']],
  ['SP-14', [2], ['Text'], []],
  ['SP-15', [2], ['HTML'], ['Impressum, Datenschutz und Hilfe in Krisen']],
  ['SP-16', [2], ['PNG'], ['Logo']],
  ['SP-17', [2, 3, 4, 5], ['Konzept'], []],
  ['SP-18', [2, 3, 4, 5], ['PPTX', 'PDF'], ['Logo und Quellen']],
  ['SP-19', [4, 5], ['Formular'], ['Zehn Fragen vor dem Antrag', 'Fristen']],
  ['SP-20', [4], ['XLSX', 'CSV'], []],
  ['SP-21', [5], ['Formular'], []],
  [
    'SP-22',
    [1, 2, 3],
    ['PDF'],
    [
      'Vor dem Gebrauch prüfen lassen',
      'Warum das bei uns besonders wichtig ist',
      'Information für alle, die uns Daten geben',
      'Einwilligung: Erreichbar sein',
      'Einwilligung: Ansprechperson nach außen',
      'Widerruf',
    ],
  ],
  ['SP-23', [3], ['PDF'], []],
  [
    'SP-24',
    [2],
    ['PDF'],
    [
      'Vor dem Gebrauch prüfen lassen',
      'Einwilligung: Foto',
      'Einwilligung: Zitat',
      'Unterschrift und Widerruf',
    ],
  ],
  ['SP-25', all, ['Karte'], every],
  ['SP-26', [3, 4, 5], ['PDF', 'Karte'], every],
  ['SP-27', [4], ['PDF'], []],
  ['SP-28', [4], ['Text'], []],
  ['SP-29', [4], ['Text'], []],
  ['SP-30', [5], ['DOCX'], ['Selbsthilfe ergänzt, sie ersetzt nicht']],
  ['SP-31', [5], ['Formular'], []],
  [
    'SP-32',
    [2, 3],
    ['PDF'],
    [
      'Flyer: Wer sind wir?',
      'Flyer: Was machen wir?',
      'Flyer: Was machen wir nicht?',
      'Unsere Regeln',
      'Hilfe in der Not',
    ],
  ],
]

const found = (code: string): KitMaster => {
  const master = masters.find(each => each.code === code)
  if (!master) throw new Error(`no ${code}`)
  return master
}
/** Everything of an item that people read, notation and merge fields included. */
const written = ({ title, purpose, blocks }: KitMaster): string[] => [
  title,
  purpose,
  ...blocks.flatMap(block => [block.title, ...block.lines]),
]
/** What a reader sees of a node. A merge field is a fact by then. */
const read = (node: ProseNode): string =>
  node.type === 'mergeField' ? 'Angabe' : (node.text ?? (node.content ?? []).map(read).join(' '))
const sentences = (block: KitMasterBlock): string[] =>
  block.lines.flatMap(line => line.replace(/^\d+\. /, '').split(/(?<=[.?!]) /))

const each = masters.map(master => [master.code, master] as const)

describe('masters of the starter kit, domain.md 5.2', () => {
  it('are 32, in the order of their codes', () => {
    expect(masters.map(({ code }) => code)).toEqual(table.map(([code]) => code))
    expect(masters).toHaveLength(32)
  })

  it.each(table)(
    '%s has the phases, formats and locked parts of the table',
    (code, phases, formats, locked) => {
      const master = found(code)
      expect(master.phases).toEqual(phases)
      expect(master.formats).toEqual(formats)
      const expected = locked === every ? master.blocks.map(block => block.title) : locked
      expect(master.blocks.filter(block => block.locked).map(block => block.title)).toEqual(expected)
    },
  )

  it('three are documents of other kinds, the rest are items', () => {
    const others = masters.filter(master => master.documentKind !== 'kitItem')
    expect(others.map(({ code, documentKind }) => `${code} ${documentKind}`)).toEqual([
      'SP-06 minutes',
      'SP-13 pressTemplate',
      'SP-17 concept',
    ])
  })

  it('SP-17 has the sections of a Kleinstkonzept (domain.md 3.1)', () => {
    expect(found('SP-17').blocks.map(({ id, title }) => `${id} ${title}`)).toEqual([
      'wer_wir_sind Wer wir sind',
      'was_wir_anbieten Was wir anbieten',
      'was_wir_nicht_sind Was wir nicht sind',
      'wie_man_zu_uns_kommt Wie man zu uns kommt',
      'haltung Unsere Haltung',
      'wuensche_an_partner Was wir uns von Partnern wünschen',
      'kontakt Kontakt',
    ])
  })

  it('SP-06 proposes the wording of five decisions (scenarios.md C3)', () => {
    const decisions = found('SP-06').blocks.filter(block => block.title.startsWith('Beschluss: '))
    expect(decisions.map(block => block.title.slice('Beschluss: '.length))).toEqual([
      'Name',
      'Tag, Zeit und Ort',
      'Zugang',
      'Ansprechperson',
      'Anschluss an den Verband',
    ])
    for (const block of decisions) expect(block.lines[0]).toMatch(/^Vorschlag für den Wortlaut/)
  })

  it.each(each)('%s has blocks with ids that stay the same', (code, { blocks }) => {
    const ids = blocks.map(block => block.id)
    expect(new Set(ids).size).toBe(ids.length)
    if (code !== 'SP-17')
      expect(ids).toEqual(blocks.map((_, index) => `b${String(index + 1).padStart(2, '0')}`))
  })

  it.each(each)('%s is told by at least one fact of the group, and by known ones only', (_, master) => {
    const names = master.blocks.flatMap(block => block.lines.flatMap(mergeFieldNames))
    expect(names).not.toEqual([])
    const asked = written(master).flatMap(mergeFieldNames)
    expect(asked.filter(name => !Object.hasOwn(factLabels, name))).toEqual([])
  })

  it.each(each)('%s reads without leftover notation', (_, master) => {
    for (const { lines } of master.blocks) {
      expect(lines).not.toEqual([])
      for (const line of lines) expect(nodesFromLines([line])).not.toEqual([])
      for (const node of nodesFromLines(lines)) {
        const text = read(node)
        expect(text.trim()).not.toBe('')
        expect(text).not.toMatch(/[[\]{}<>*#|`~\\]|(?<!_)_{1,3}(?!_)|\.\.\.|--/)
      }
    }
    for (const text of written(master)) {
      expect(text).toBe(text.trim())
      expect(brackets(text)).toBe(0)
    }
  })

  it.each(each)('%s has German quotes in pairs and words without stars', (_, master) => {
    for (const text of written(master)) {
      expect(text.replaceAll(/[^„“]/gu, '')).toMatch(/^(?:„“)*$/)
      expect(text).not.toMatch(/["”'‘’‚«»]/)
      expect(text).not.toMatch(/\p{L}[*:_/]in(?:nen)?(?!\p{L})/u)
      expect(text).not.toMatch(/ - /)
    }
  })

  it.each(each)("%s names nobody's number but the public ones, and no real address", (_, master) => {
    for (const text of written(master)) {
      const numbers = text.match(/(?<![\d.,-])(?:\+|0|11)(?:[ /-]?\d)+/g) ?? []
      expect(
        numbers.filter(number => !publicNumbers.includes(number) && !inventedNumber.test(number)),
      ).toEqual([])
      expect(text.match(/[^\s@]+@[^\s@]+/g)?.filter(address => !address.endsWith('.example')) ?? []).toEqual(
        [],
      )
      expect(text).not.toMatch(/https?:|www\./)
    }
  })

  it.each(each)(
    '%s: the language check finds nothing in the profile neutral (domain.md appendix A)',
    (_, master) => {
      const texts = written(master).map(text => ({ path: master.code, text }))
      expect(checkLanguage(texts, { profile: 'neutral', rules: baseLanguageRules })).toEqual([])
    },
  )

  it('tells the crisis lines only where no group can change them', () => {
    const open = masters.flatMap(({ code, blocks }) =>
      blocks
        .filter(block => !block.locked && /\d{4} ?\d{6}|116 123/.test(block.lines.join('\n')))
        .map(block => `${code} ${block.id}`),
    )
    expect(open).toEqual([])
  })

  it.each(each)('%s puts no full stop after a name that ends with „e. V.“', (_, master) => {
    for (const text of written(master))
      expect(text).not.toMatch(/\{\{(?:bundesverband\.name|landesverband\.name|foerderhinweis)\}\}\./)
  })

  it('SP-01 leads to every other item', () => {
    const text = written(found('SP-01')).join('\n')
    const others = masters.map(({ code }) => code).filter(code => code !== 'SP-01')
    expect(others.filter(code => !text.includes(code))).toEqual([])
  })

  it('a group can tick what it is asked; locked are only the forms that are filled in on paper', () => {
    const fixed = masters.filter(({ blocks }) =>
      blocks.some(block => block.locked && block.lines.some(line => line.startsWith('[ ] '))),
    )
    expect(fixed.map(({ code }) => code)).toEqual(['SP-22', 'SP-24'])
    for (const master of fixed) expect(written(master).join(' ')).toMatch(/Druckt .* mit der Hand aus/)
  })

  it('what only funded groups need can be taken out', () => {
    const fixed = masters.flatMap(({ blocks }) => blocks.filter(block => block.locked))
    expect(fixed.filter(block => block.lines.some(line => line.includes('{{foerderhinweis}}')))).toEqual([])
  })

  it('what is printed says who is responsible and how to reach the group (domain.md 5.5)', () => {
    const printed = masters.filter(master => master.formats.includes('PDF (Druck)'))
    expect(printed).not.toEqual([])
    for (const master of printed) {
      const names = written(master).flatMap(mergeFieldNames)
      expect(names).toEqual(
        expect.arrayContaining(['visdp.name', 'visdp.anschrift', 'gruppe.kontakt.telefon']),
      )
    }
  })

  it('SP-22 to SP-26 wait for a professional, and their first block says so', () => {
    expect(masters.filter(master => master.review).map(({ code, review }) => `${code} ${review}`)).toEqual([
      'SP-22 recht',
      'SP-23 recht',
      'SP-24 recht',
      'SP-25 medizin',
      'SP-26 medizin',
    ])
    for (const { blocks, review, validUntil, asOf } of masters.filter(master => master.review)) {
      expect(blocks[0]?.title).toBe('Vor dem Gebrauch prüfen lassen')
      const text = blocks[0]?.lines.join(' ')
      expect(text).toMatch(
        review === 'recht' ? /Fachperson für .*[Rr]echt prüfen/ : /medizinische Fachperson prüfen/,
      )
      expect(text).toContain('Das Datum der Prüfung gehört hierher.')
      expect(text).toMatch(/Geprüft am: _{4,}/)
      expect((validUntil ?? '') > asOf).toBe(true)
    }
  })

  it('SP-30 says that self-help complements and does not replace (domain.md 1.5)', () => {
    expect(found('SP-30').blocks.find(block => block.locked)?.lines[0]).toMatch(
      /^Selbsthilfe ergänzt, sie ersetzt nicht\./,
    )
  })

  it('SP-32 is plain language, in short sentences, and does not call itself more (domain.md 5.2)', () => {
    const { title, plainLanguage, blocks } = found('SP-32')
    expect(plainLanguage).toBe('einfach')
    expect(title).not.toMatch(/Leichte/)
    expect(blocks[0]?.lines.join(' ')).toMatch(
      /Leichte Sprache darf er erst heißen, wenn Menschen .* geprüft haben/,
    )
    for (const block of blocks.slice(1)) {
      for (const sentence of sentences(block)) expect(sentence.split(' ').length).toBeLessThanOrEqual(9)
    }
  })
})

/** A group about which everything is known (scenarios.md c), differing by what is given. */
const group = (values: { group?: object; slot?: object }) =>
  factsOf(
    groupRecordDraftSchema.parse({
      group: {
        name: 'Lichtblick Hohenlichtern',
        openness: 'offen_mit_vorgespraech',
        audience: 'beide',
        firstMeetingOn: '2026-05-04',
        ...values.group,
      },
      contact: { phone: '069 90009-214', email: 'lichtblick@brueckenschlag.example' },
      slots: [
        {
          id: 's1',
          weekday: 'MO',
          from: '17:30',
          to: '19:00',
          place: {
            name: 'Haus am Anger',
            withPreposition: 'im Haus am Anger, Raum 1',
            street: 'Am Anger 3',
            zip: '00456',
            city: 'Hohenlichtern',
            stepFree: true,
          },
          ...values.slot,
        },
      ],
      affiliation: {
        region: 'Oberes Lindental',
        stateAssociation: 'Brückenschlag Landesverband Mittelland e. V.',
        federation: 'Brückenschlag Suchtselbsthilfe – Bundesverband e. V.',
      },
      partners: [
        {
          id: 'p1',
          name: 'Selbsthilfekontaktstelle Lindenfurt',
          partnerKind: 'selbsthilfekontaktstelle',
          phone: '069 90009-300',
        },
      ],
      responsible: { name: 'Matthis Grönefeld', address: 'Uferweg 12, 00234 Musterhafen' },
      funding: { note: 'Gefördert von den gesetzlichen Krankenkassen.' },
    }),
    { today: '2026-07-13' },
  )

describe('masters with the facts of a group', () => {
  it.each([
    ['weekly', group({})],
    ['closed, for relatives', group({ group: { openness: 'geschlossen', audience: 'angehoerige' } })],
    ['every other week', group({ slot: { weekday: 'DI', rhythm: '14tage' } })],
    ['monthly', group({ slot: { weekday: 'SA', from: '10:00', to: '12:00', rhythm: 'monat', week: '2' } })],
    ['without an end', group({ slot: { to: null } })],
  ])('%s: nothing stays open, and the sentences hold', (_, facts) => {
    for (const master of masters) {
      expect(unresolved(written(master), facts)).toEqual([])
      for (const text of written(master).map(line => fillIn(line, facts))) {
        expect(text).not.toMatch(/\.\.| {2}| [,.;:]|zurzeit[^.]* zurzeit/)
        // C1 says „von“ itself; all other texts take the whole phrase
        if (master.code !== 'SP-07') expect(text).not.toMatch(/von ab/)
      }
    }
  })
})

/** As quoted in scenarios.md; and the block that is kept free for inventions. */
const publicNumbers = ['112', '0800 1110111', '0800 1110222', '116 123', '01806 313031']
const inventedNumber = /^069 90009-\d{3}$/

/** How many brackets are open at the end; a closing one too many counts as well. */
function brackets(text: string): number {
  let open = 0
  for (const sign of text) {
    if (sign === '(') open += 1
    if (sign === ')') open -= 1
    if (open < 0) return open
  }
  return open
}
