import { describe, expect, it } from 'vitest'
import { baseLanguageRules } from './baseRules.ts'
import { checkLanguage } from './check.ts'
import { type MergedRules, mergeRules } from './merge.ts'
import type { FederationRules, LanguageProfile, LanguageRules } from './schema.ts'

const own = {
  id: 'B1',
  p: 'Betroffene[rn]?',
  sev: { neutral: 'warn', abstinenzorientiert: 'info', akzeptierend: 'error' },
  say: ['Menschen mit eigener Erfahrung'],
  src: ['haus'],
  why: { de: 'Unser Verband spricht anders.', en: 'Our federation speaks otherwise.' },
} satisfies NonNullable<FederationRules['rules']>[number]
const haus = { id: 'haus', name: { de: 'Schreibregeln des Hauses', en: 'House style' }, places: [] }

function merged(file: FederationRules): LanguageRules {
  const answer = mergeRules(baseLanguageRules, file)
  if (answer.state !== 'merged') throw new Error(JSON.stringify(answer.problems))
  return answer.rules
}
const said = (rules: LanguageRules, text: string, profile: LanguageProfile = 'neutral') =>
  checkLanguage([{ path: 'x', text }], { profile, rules }).map(
    ({ rule, severity, match }) => `${rule} ${severity} ${match}`,
  )
const problems = (answer: MergedRules) => (answer.state === 'refused' ? answer.problems : [])

describe('mergeRules', () => {
  it('an empty file changes nothing', () => {
    expect(merged({})).toEqual(baseLanguageRules)
  })
  it('adds a rule with a source of its own', () => {
    const rules = merged({ rules: [own], sources: [haus] })
    expect(said(rules, 'Betroffener und Junkie')).toEqual(['B1 warn Betroffener', 'L01 error Junkie'])
    expect(said(rules, 'Betroffene', 'akzeptierend')).toEqual(['B1 error Betroffene'])
    expect(said(baseLanguageRules, 'Betroffener')).toEqual([])
  })
  it('takes what the words mean beside; there the case counts', () => {
    const rules = merged({
      rules: [{ ...own, not: ['Betroffene Häuser', 'betroffener Ort'] }],
      sources: [haus],
    })
    expect(said(rules, 'Betroffene Häuser, ein betroffener Ort')).toEqual([])
    expect(said(rules, 'betroffene Häuser, Betroffene')).toEqual(['B1 warn betroffene', 'B1 warn Betroffene'])
  })
  it('replaces a rule of the same id', () => {
    const rules = merged({ rules: [{ ...own, id: 'L01', src: ['own'] }] })
    expect(said(rules, 'Junkie, Betroffene')).toEqual(['L01 warn Betroffene'])
    expect(rules.rules).toHaveLength(baseLanguageRules.rules.length)
  })
  it('changes a severity, everywhere or for one profile', () => {
    const rules = merged({ severity: { L04: 'off', L15: { akzeptierend: 'error' } } })
    expect(said(rules, 'Suchtkranke und Co-Abhängige')).toEqual(['L15 info Co-Abhängige'])
    expect(said(rules, 'Co-Abhängige', 'akzeptierend')).toEqual(['L15 error Co-Abhängige'])
  })
  it('switches a rule off', () => {
    expect(said(merged({ off: ['L01'] }), 'Junkie')).toEqual([])
  })
  it('exempts a name', () => {
    expect(said(merged({ exemptNames: ['Club der Kiffer'] }), 'Club der Kiffer e. V., Kiffer')).toEqual([
      'L01 error Kiffer',
    ])
  })
  it('does not change the rules it is given', () => {
    const before = JSON.stringify(baseLanguageRules)
    merged({ severity: { L01: 'off' }, rules: [own], sources: [haus] })
    expect(JSON.stringify(baseLanguageRules)).toBe(before)
  })

  it('names every fault and takes nothing', () => {
    const answer = mergeRules(baseLanguageRules, {
      rules: [
        { ...own, p: 'Wort(' },
        { ...own, id: 'B2', p: '(a+)+', src: ['own'] },
        { ...own, id: 'B3', not: ['Haus', 'Haus.*'], src: ['own'] },
      ],
      exemptNames: ['.*'],
      severity: { L99: 'off' },
      off: ['L98'],
    })
    expect(problems(answer)).toEqual([
      { at: 'B1', why: 'notCompiled' },
      { at: 'B2', why: 'nestedRepeat' },
      { at: 'B3', why: 'openRepeat' },
      { at: 'exemptNames/0', why: 'openRepeat' },
      { at: 'B1', why: 'unknownSource' },
      { at: 'L99', why: 'unknownRule' },
      { at: 'L98', why: 'unknownRule' },
    ])
  })
  it.each([
    [{ rules: [{ ...own, sev: { neutral: 'warn' } }] }, 'rules/0/sev/abstinenzorientiert'],
    [{ severity: { L01: 'schlimm' } }, 'severity/L01'],
    [{ off: 'L01' }, 'off'],
    [{ rules: [{ ...own, why: { de: 'Nur deutsch.' } }] }, 'rules/0/why/en'],
  ])('%# names the place of what has the wrong form', (file, at) => {
    expect(problems(mergeRules(baseLanguageRules, file))).toContainEqual({ at, why: 'shape' })
  })
})
