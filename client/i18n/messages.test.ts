import { describe, expect, it } from 'vitest'
import { createMessages } from './messages.ts'

function house() {
  const messages = createMessages<'de' | 'en'>('de')
  messages.add('de', {
    hello: 'Hallo {{name}}, {{ name }}!',
    plain: 'Nur Text',
    change_one: '{{count}} Änderung',
    change_other: '{{count}} Änderungen',
    onlyHere: 'nur deutsch',
  })
  messages.add('en', {
    hello: 'Hello {{name}}!',
    change_one: '{{count}} change',
    change_other: '{{count}} changes',
  })
  return messages
}

describe('messages', () => {
  it('fills in names, wherever and however often they stand, also with signs that mean something elsewhere', () => {
    expect(house().find('de', 'hello', { name: 'Mira $& $1' })).toBe('Hallo Mira $& $1, Mira $& $1!')
    expect(house().find('en', 'hello', { name: 7 })).toBe('Hello 7!')
  })
  it('says nothing for a value that is missing', () => {
    expect(house().find('en', 'hello', {})).toBe('Hello !')
  })
  it.each([
    ['de', 0, '0 Änderungen'],
    ['de', 1, '1 Änderung'],
    ['de', 2, '2 Änderungen'],
    ['en', 1, '1 change'],
    ['en', 1.5, '1.5 changes'],
  ] as const)('takes the form of the number in %s: %d', (language, count, said) => {
    expect(house().find(language, 'change', { count })).toBe(said)
  })
  it('takes the plain message where there are no forms', () => {
    expect(house().find('de', 'plain', { count: 2 })).toBe('Nur Text')
  })
  it('says in the first language what another one lacks', () => {
    expect(house().find('en', 'onlyHere', {})).toBe('nur deutsch')
  })
  it('knows a key that nobody has, also one that every object has', () => {
    expect(house().find('en', 'nothing', {})).toBeNull()
    expect(house().find('de', 'constructor', {})).toBeNull()
    expect(house().has('de', 'toString')).toBe(false)
  })
  it('says anew what is added again', () => {
    const messages = house()
    messages.add('de', { plain: 'Neu' })
    expect(messages.find('de', 'plain', {})).toBe('Neu')
    expect(messages.has('en', 'plain')).toBe(false)
  })
})
