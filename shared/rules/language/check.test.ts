import { describe, expect, it } from 'vitest'
import { baseLanguageRules } from './baseRules.ts'
import { checkLanguage } from './check.ts'
import { type LanguageProfile, languageProfileSchema } from './schema.ts'

const check = (text: string, profile: LanguageProfile = 'neutral', speech = false) =>
  checkLanguage([{ path: 'x', text, speech }], { profile, rules: baseLanguageRules })
const said = (text: string, profile: LanguageProfile = 'neutral') =>
  check(text, profile).map(({ rule, severity, match }) => `${rule} ${severity} ${match}`)

describe('checkLanguage, domain.md appendix A', () => {
  it.each<[rule: string, hit: string, inflected: string, clean: string]>([
    ['L01', 'Junkie', 'zwei Kiffern wie Fixerinnen', 'Menschen, die Drogen gebrauchen'],
    ['L02', 'Drogenabhängige', 'einem Süchtigen', 'sie war abhängig von Hilfe'],
    ['L03', 'Alkoholiker', 'viele Trinkerinnen', 'alkoholfreie Getränke'],
    ['L04', 'Suchtkranke', 'Hilfe für die Suchtkranken', 'Menschen mit einer Suchterkrankung'],
    ['L05', 'Säufer', 'den Pennern', 'er kaufte Saft'],
    [
      'L06',
      'leidet an Spielsucht',
      'die unter einer schweren Alkoholabhängigkeit litten',
      'leidet an Heuschnupfen',
    ],
    ['L07', 'er ist clean', 'die trockenen, die kamen', 'trockene Kleidung'],
    ['L08', 'Drogenmissbrauch', 'des Alkoholmissbrauchs', 'riskanter Konsum'],
    ['L09', 'Rauschgift', 'Rauschgiften', 'Geschenk und Gift'],
    ['L10', 'Suchtmittel', 'mit Suchtmitteln', 'Mittel gegen Sehnsucht'],
    ['L11', 'Drogentote', 'der Drogentoten', 'drogenbezogene Todesfälle'],
    ['L12', 'rückfällig', 'nach zwei Rückfällen', 'Rückfahrkarte'],
    ['L13', 'behandlungsresistent', 'unbelehrbaren', 'hat sich anders entschieden'],
    ['L14', 'Drogensumpf', 'an der Nadel hängen', 'Teufelskreis der Armut'],
    ['L15', 'Co-Abhängige', 'coabhängiger Partner', 'Abhängige und unabhängige Angehörige'],
    ['L16', 'Ersatzdroge', 'Ersatzdrogen', 'Ersatzbus'],
    ['L17', 'Fixerstube', 'Fixerstuben', 'Drogenkonsumraum'],
    ['L18', 'Hepatitis-C-Kranke', 'HIV-Infizierten', 'Menschen mit Hepatitis C'],
    ['L19', 'Suchtkarriere', 'Drogenkarrieren', 'Klientin'],
    ['L20', 'normale Menschen', 'normaler Bürgerinnen', 'normale Öffnungszeiten'],
    ['L21', 'Opfer der Sucht', 'Opfer ihrer Abhängigkeit', 'Opfer einer Straftat'],
  ])('%s finds the word, an inflected form, and not its neighbours', (rule, hit, inflected, clean) => {
    expect(check(hit).map(found => found.rule)).toContain(rule)
    expect(check(inflected).map(found => found.rule)).toContain(rule)
    expect(check(clean)).toEqual([])
  })

  it('says where it stands', () => {
    expect(check('Neue Hilfe für Alkoholiker in Hohenlichtern')).toEqual([
      { rule: 'L03', severity: 'warn', path: 'x', from: 15, to: 26, match: 'Alkoholiker', speech: false },
    ])
  })
  it('whatever the case, and with umlauts', () => {
    expect(said('DROGENABHÄNGIGE')).toEqual(['L02 warn DROGENABHÄNGIGE'])
  })
  it('only whole words count', () => {
    expect(said('Junkies')).toEqual(['L01 error Junkies'])
    expect(said('Exjunkie, Junkieszene, 2Junkies, Cleaning')).toEqual([])
    expect(said('Ex-Junkie')).toEqual(['L01 error Junkie'])
  })
  it('the severity follows the profile', () => {
    const text = 'Rauschgift und Rückfall, Suchtkranke'
    expect(said(text)).toEqual(['L09 error Rauschgift', 'L12 info Rückfall', 'L04 warn Suchtkranke'])
    expect(said(text, 'abstinenzorientiert')).toEqual(['L09 warn Rauschgift', 'L04 info Suchtkranke'])
    expect(said('Drogentote', 'akzeptierend')).toEqual(['L11 warn Drogentote'])
  })

  it.each([
    'bei den Anonymen Alkoholikern',
    'Anonyme Alkoholiker',
    'J.E.S. – Junkies, Ehemalige und Substituierte',
    'die Deutsche Hauptstelle für Suchtfragen',
  ])('the name of an organisation is exempt: %s', text => {
    expect(check(text)).toEqual([])
  })
  it('a name exempts itself only', () => {
    const text = 'Anonyme Alkoholiker und Alkoholiker'
    expect(check(text)).toMatchObject([{ from: text.lastIndexOf('Alkoholiker'), match: 'Alkoholiker' }])
  })

  it('direct speech of more than 40 characters lowers to info', () => {
    const quoted = (words: string) => said(`Er sagt: „${words}“ und schweigt, der Junkie.`)
    const rest = 'L01 error Junkie'
    expect(quoted(`Junkie${'.'.repeat(35)}`)).toEqual(['L01 info Junkie', rest])
    expect(quoted(`Junkie${'.'.repeat(34)}`)).toEqual([rest, rest])
    expect(said(`„Junkie${'.'.repeat(40)} nie zu Ende`)).toEqual([rest])
  })
  it('so does a text that is somebody’s own words; what is off stays off', () => {
    expect(check('Ich bin Junkie', 'neutral', true)).toMatchObject([{ severity: 'info', speech: true }])
    expect(check('ein Rückfall', 'abstinenzorientiert', true)).toEqual([])
  })

  it('finds a word once, wherever in a long text it stands', () => {
    const filler = 'Wir treffen uns montags. '
    for (const before of [0, 3_970, 3_995, 4_000, 12_345]) {
      const text = `${filler.repeat(1000).slice(0, before)} Junkie ${filler.repeat(400)}`
      expect(check(text)).toMatchObject([{ rule: 'L01', from: before + 1 }])
    }
  })
  it('nothing in one endless word, and no end of findings', () => {
    expect(check('sucht'.repeat(2000))).toEqual([])
    expect(check('Junkie '.repeat(1000)).length).toBe(200)
    expect(check('')).toEqual([])
  })
  it('quotation marks that nobody closes, and words that nothing but hyphens part', () => {
    expect(check('„'.repeat(300_000))).toEqual([])
    expect(check(`a ${'x-'.repeat(150_000)} b`)).toEqual([])
    const text = `${'x-'.repeat(2_500)}Junkie-${'x-'.repeat(2_500)}`
    expect(check(text)).toMatchObject([{ rule: 'L01', from: 5_000 }])
    expect(said(`„${'a'.repeat(50)} Junkie“ der Junkie „${'b '.repeat(30)} Junkie“`)).toEqual([
      'L01 info Junkie',
      'L01 error Junkie',
      'L01 info Junkie',
    ])
  })
  it('hostile text is looked at in reasonable steps', () => {
    // would take longer than the test may, if any pattern tried every way to split the words
    const text = `leidet ${'a '.repeat(4000)}an ${'b '.repeat(4000)}`.repeat(5)
    expect(check(text)).toEqual([])
  })
})

/** For each rule: sentences in which nothing is meant, beside the same words where it is. */
const beside: readonly [rule: string, silent: readonly string[], told: readonly string[]][] = [
  ['L01', ['In Kiffersheim tagte der Junkerverein.', 'Fixtermin ist montags.'], ['Die Junkies, sagt er.']],
  ['L02', ['Eifersüchtige Blicke und sehnsüchtige Lieder', 'Sie ist süchtig.'], ['die Süchtigen-Gruppe']],
  [
    'L03',
    ['Die Weintrinkerin summt ein Trinkerlied.', 'Herr Trinker leitet die Sitzung.'],
    ['Frau Trinker sprach über Trinker.', 'Die Hausfrau Trinkerin zu nennen, hilft nicht.'],
  ],
  ['L04', ['Die Suchtkranken-Hilfe und die Suchtkrankenhilfe laden ein.'], ['Hilfe für Suchtkranke']],
  [
    'L05',
    ['Herr Penner, Frau Säufer und Familie Penners Nachbarn', 'Säuferleber, Alkine und Alkane'],
    ['Dort schlafen Penner.', 'Er nannte Herrn Penner einen Penner.', 'ein Trunkenbold, ein Alki'],
  ],
  [
    'L06',
    [
      'Sie leidet unter Stress und sucht Rat.',
      'Er leidet an Schmerzen und versucht zu schlafen.',
      'Wer unter Heimweh leidet, besucht uns.',
      'Sie litt unter großer Eifersucht.',
      'Viele leiden an Sehnsucht.',
      'Das Land leidet unter seiner Unabhängigkeit.',
      'Sie leidet an Asthma. Die Spielsucht ist vorbei.',
      'Er leidet, seit er nüchtern ist.',
      'Die an einer Sucht Erkrankten leiten die Gruppe.',
    ],
    [
      'Sie leidet unter Stress und Spielsucht.',
      'Er leidet an der Sucht.',
      'Wer unter Magersucht leidet, sucht Hilfe.',
    ],
  ],
  [
    'L07',
    [
      'Der Raum ist trocken.',
      'Die Wäsche bleibt hier trocken.',
      'Beim Clean-up räumen alle auf.',
      'Trockener Humor, nasse Füße',
    ],
    ['Er ist trocken.', 'Der Raum ist trocken, und sie ist trocken.', 'Sie lebt clean.'],
  ],
  [
    'L08',
    ['Machtmissbrauch und Missbrauch des Vereinsnamens', 'Er missbraucht Vertrauen.'],
    ['Alkohol- und Medikamentenmissbrauch', 'die Drogenmissbrauchsstatistik'],
  ],
  ['L09', ['Ein Rausch und ein Gift, kein Giftrausch'], ['das Rauschgiftdezernat']],
  ['L10', ['Sehnsuchtmittel, Suchtberatung, Suchthilfe'], ['suchtmittelfrei', 'Suchtstoffe']],
  ['L11', ['Drogentod und totenstill'], ['Gedenktag für Drogentote']],
  ['L12', ['Der Rückfallschutz der Leiter', 'das Rückfahrlicht'], ['ein Rückfall', 'Rückfälligkeit']],
  [
    'L13',
    ['Eine therapieresistente Depression kostet Kraft.', 'Resistente Keime', 'Sie ist belehrbar.'],
    ['Er gilt als therapieresistent.', 'eine therapieresistente Patientin'],
  ],
  [
    'L14',
    [
      'Der Teufelskreis der Sucht-Berichterstattung',
      'Teufelskreis der Drogenpolitik',
      'Die Maschen, die an der Nadel hängen, werden gezählt.',
      'Die Höhle im Sumpf',
    ],
    ['im Teufelskreis der Sucht – und nun?', 'Alle, die an der Nadel hängen.', 'raus aus der Drogenhölle'],
  ],
  [
    'L15',
    ['Wir sind von Müller & Co abhängig.', 'Die Disco-Abhängige tanzt.', 'Kooperation, unabhängig'],
    ['Sie lebt co-abhängig.', 'eine Co Abhängige'],
  ],
  ['L16', ['Die Ersatzdrogerie hat auf.', 'Ersatzteile, Drogen'], ['Methadon ist keine Ersatzdroge.']],
  ['L17', ['Der Druckerraum, die Fixsternstube', 'Drückerräumchen'], ['in der Fixerstube, im Drückerraum']],
  [
    'L18',
    ['Das Hepatitis-Krankenhaus, die Aids-Krankenpflege', 'eine HIV-Infektion'],
    ['Aids-Kranke und Hepatitis-C-Kranker', 'HIV-Infizierte'],
  ],
  [
    'L19',
    ['Das Klientengutachten und der Klientengutschein', 'Klienten gut beraten', 'eine Fußballkarriere'],
    ['Unser Klientengut', 'die Suchtkarriere'],
  ],
  [
    'L20',
    [
      'Normale Bürgersteige, eine normale Bürgersprechstunde',
      'paranormale Menschen',
      'normale Menschenmenge',
    ],
    ['Normale Bürgerinnen und Bürger', 'ganz normale Leute'],
  ],
  [
    'L21',
    [
      'Opfer der Drogenpolitik',
      'Opfer der Sucht-Berichterstattung',
      'Todesopfer der Sucht',
      'Opfer ihrer Tat',
    ],
    ['Sie sind Opfer der Drogen.', 'ein Opfer seiner Abhängigkeit'],
  ],
]

describe('beside the words of a rule', () => {
  it('every rule has its sentences', () => {
    expect(beside.map(([rule]) => rule)).toEqual(baseLanguageRules.rules.map(({ id }) => id))
  })
  it.each(beside.flatMap(([rule, silent]) => silent.map(text => [rule, text])))(
    '%s is silent: %s',
    (_, text) => {
      expect(said(text)).toEqual([])
    },
  )
  it.each(beside.flatMap(([rule, , told]) => told.map(text => [rule, text])))(
    '%s speaks: %s',
    (rule, text) => {
      expect(new Set(check(text).map(found => found.rule))).toEqual(new Set([rule]))
    },
  )
  it('a word that is meant counts beside one that is not', () => {
    expect(said('Er nannte Herrn Penner einen Penner.')).toEqual(['L05 error Penner'])
    expect(said('Der Raum ist trocken, und sie ist trocken.')).toHaveLength(1)
  })
  it.each(baseLanguageRules.rules.flatMap(({ id, sev }) => Object.entries(sev).map(each => [id, ...each])))(
    '%s in the profile %s: %s',
    (rule, profile, severity) => {
      const text = beside.find(([id]) => id === rule)?.[2][0] ?? ''
      const found = check(text, languageProfileSchema.parse(profile))
      expect([...new Set(found.map(each => `${each.rule} ${each.severity}`))]).toEqual(
        severity === 'off' ? [] : [`${rule} ${severity}`],
      )
    },
  )
  it.each(beside.map(([rule, , [first = '']]) => [rule, first]))(
    '%s in somebody’s own words: %s',
    (rule, text) => {
      const quoted = `Sie sagt: „${text} So habe ich das damals erlebt, und zwar lange.“`
      expect(said(quoted).map(found => found.split(' ').slice(0, 2).join(' '))).toEqual(
        check(text).map(() => `${rule} info`),
      )
    },
  )
})

describe('the base rules', () => {
  it('name their sources, all of them known', () => {
    const known = new Set(baseLanguageRules.sources.map(({ id }) => id))
    for (const { src } of baseLanguageRules.rules) for (const id of src) expect(known).toContain(id)
  })
})
