import { describe, expect, it } from 'vitest'
import { errorCodeSchema } from '#shared/errors.ts'
import { minutesCommandSchemas, refusalReasonSchema } from '#shared/kinds/minutes/commands.ts'
import { refusalText } from './refusalText.ts'
import { de } from './words.de.ts'
import { en } from './words.en.ts'

const nameOf = (id: string) => (id === 'u.ma' ? 'Marlies Achterberg' : id)
const has = (words: Readonly<Record<string, string>>, key: string) =>
  [key, `${key}_one`, `${key}_other`].some(own => Object.hasOwn(words, own))

describe('why a command was refused', () => {
  it.each(refusalReasonSchema.options)('%s has a sentence in both languages', reason => {
    for (const words of [de, en]) expect(has(words, `refused.${reason}`)).toBe(true)
    const said = refusalText({ reason, fields: {} }, nameOf)
    expect(said).not.toBe(de['refused.unknown'])
    expect(said).toMatch(/\.$/u)
  })

  it.each(errorCodeSchema.options)('so has the error %s', code => {
    expect(refusalText({ reason: code, fields: {} }, nameOf)).not.toBe(de['refused.unknown'])
  })

  it.each(Object.keys(minutesCommandSchemas))('and the command %s has a name', name => {
    for (const words of [de, en]) expect(has(words, `command.${name}`)).toBe(true)
  })

  it('is said plainly where the meeting is not quorate', () => {
    expect(refusalText({ reason: 'notQuorate', fields: { present: 3, needed: 4 } }, nameOf)).toBe(
      'Nicht beschlussfähig: 3 von 4 nötig. Der Antrag bleibt ohne Abstimmung; ihr könnt ihn vertagen.',
    )
  })

  it('points to the times of the attendance where by them nobody is there', () => {
    expect(refusalText({ reason: 'notQuorate', fields: { present: 0, needed: 4 } }, nameOf)).toBe(
      de['refused.nobodyThere'],
    )
  })

  it('names the count that stands, and by whom', () => {
    const payload = {
      kind: 'tallyConfirmed',
      on: '2026-03-14',
      at: '11:42',
      by: 'u.ma',
      decision: 'd02',
      rule: 'einfach',
      votes: { yes: 3, no: 0, abstain: 1, invalid: 0 },
      E: 4,
      result: 'angenommen',
    }
    expect(refusalText({ reason: 'decidedBefore', fields: {}, rows: [{ payload }] }, nameOf)).toBe(
      'Es gilt schon: Ja 3, Nein 0, Enthaltung 1, angenommen. Bestätigt von Marlies Achterberg um 11:42 Uhr. Deine Zählung zählt nicht.',
    )
  })

  it('writes days out and counts places', () => {
    expect(refusalText({ reason: 'periodOver', fields: { day: '2026-04-11' } }, nameOf)).toMatch(
      /11\.\s?April 2026/u,
    )
    expect(refusalText({ reason: 'errorsOpen', fields: { count: 3 } }, nameOf)).toBe(
      '3 Stellen müsst ihr vorher klären.',
    )
  })

  it('of a newer server is not hidden', () => {
    expect(refusalText({ reason: 'somethingNew', fields: {} }, nameOf)).toBe(de['refused.unknown'])
  })
})
