import { describe, expect, it } from 'vitest'
import type { MajorityRule } from '#shared/kinds/minutes/schema.ts'
import { countsDiffer, tallySentence, votesWords } from './tallyWords.ts'

const votes = (yes: number, no: number, abstain: number, invalid = 0) => ({ yes, no, abstain, invalid })

describe('what a count would mean', () => {
  it.each<[ReturnType<typeof votes>, MajorityRule, number | null, string]>([
    [
      votes(3, 1, 1),
      'einfach',
      5,
      'Ja 3, Nein 1, Enthaltung 1 – das wäre angenommen (einfache Mehrheit). 5 von 5 Stimmberechtigten.',
    ],
    [
      votes(3, 0, 1),
      'einfach',
      5,
      'Ja 3, Nein 0, Enthaltung 1 – das wäre angenommen (einfache Mehrheit). 4 von 5 Stimmberechtigten. Eine Person hat nicht abgestimmt.',
    ],
    [
      votes(2, 2, 0),
      'einfach',
      4,
      'Ja 2, Nein 2, Enthaltung 0 – bei Stimmengleichheit wäre das abgelehnt (einfache Mehrheit). 4 von 4 Stimmberechtigten.',
    ],
    [
      votes(3, 1, 1),
      'absolut_anwesende',
      6,
      'Ja 3, Nein 1, Enthaltung 1 – das wäre abgelehnt (Mehrheit aller Anwesenden). 5 von 6 Stimmberechtigten. Eine Person hat nicht abgestimmt.',
    ],
    [votes(2, 1, 0), 'zweidrittel', null, 'Ja 2, Nein 1, Enthaltung 0 – das wäre angenommen (zwei Drittel).'],
    [
      votes(5, 0, 0),
      'einfach',
      4,
      'Ja 5, Nein 0, Enthaltung 0 – das wäre angenommen (einfache Mehrheit). Das sind mehr Stimmen als Stimmberechtigte; da sind nur 4.',
    ],
    [votes(0, 0, 0), 'einfach', 5, 'Noch keine Stimme eingetragen.'],
    [votes(1, 0, 0), 'empfehlung', null, 'Ja 1, Nein 0, Enthaltung 0.'],
  ])('%j, %s, %s present', (count, rule, present, sentence) => {
    expect(tallySentence(count, rule, present)).toBe(sentence)
  })
  it('unanimity bears abstentions unless the group says otherwise', () => {
    expect(tallySentence(votes(4, 0, 1), 'einstimmig', null)).toContain('das wäre angenommen')
    expect(tallySentence(votes(4, 0, 1), 'einstimmig', null, true)).toContain('das wäre abgelehnt')
  })
  it('names invalid votes where there are any', () => {
    expect(votesWords(votes(1, 2, 3, 4))).toBe('Ja 1, Nein 2, Enthaltung 3, ungültig 4')
  })
  it('V19 finds counts that differ', () => {
    expect(countsDiffer([votes(3, 0, 1), votes(3, 0, 1)])).toBe(false)
    expect(countsDiffer([votes(3, 0, 1), votes(5, 0, 0)])).toBe(true)
    expect(countsDiffer([])).toBe(false)
  })
})
