import { describe, expect, it } from 'vitest'
import type { Member } from '#shared/api/contract.ts'
import { personIdSchema, spaceIdSchema } from '#shared/ids.ts'
import { isAtHomeAmong } from './useIsAtHome.ts'

const member = (id: string, label: string): Member => ({
  personId: personIdSchema.parse(id),
  displayName: id,
  label,
  role: 'editor',
})
const session = {
  self: personIdSchema.parse('u.ma'),
  members: [member('u.ma', 'Multiplikationsperson'), member('u.sk', 'Gruppe Ufer Niederlauben')],
}
const own = [{ id: spaceIdSchema.parse('g.aufwind'), name: 'Aufwind Lindenfurt' }]

describe('where somebody is at home', () => {
  const isAtHome = isAtHomeAmong(session, own)
  it.each([
    ['u.ma', 'Gruppe Aufwind Lindenfurt', true],
    ['u.ma', 'g.aufwind', true],
    ['u.ma', 'Gruppe Ufer Niederlauben', false],
    ['u.sk', 'Ufer', true],
    // that somebody else belongs to a group of mine is not for minutes to say
    ['u.sk', 'Gruppe Aufwind Lindenfurt', false],
    ['u.unknown', 'Gruppe Aufwind Lindenfurt', false],
    ['u.unknown', '', false],
  ])('%s in „%s“: %s', (person, group, expected) => expect(isAtHome(person, group)).toBe(expected))
})
