import { describe, expect, it } from 'vitest'
import { addressOf, safeHref, wordsOfAddress } from './links.ts'

describe('links', () => {
  it.each(['https://example.org/a', 'mailto:post@example.org', 'tel:+49301234'])('keeps %s', href => {
    expect(safeHref(href)).toBe(href)
  })
  // THREATS b47
  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'http://example.org',
    '//example.org',
    '/relative',
    '',
    null,
    7,
  ])('drops %j', href => {
    expect(safeHref(href)).toBeNull()
    expect(addressOf(String(href ?? ''))).toBeNull()
  })

  it.each([
    ['post@example.org', 'mailto:post@example.org', 'post@example.org'],
    ['mailto:post@example.org', 'mailto:post@example.org', 'post@example.org'],
    ['+49 (0) 30 1234', 'tel:+490301234', '+490301234'],
    ['tel:112233', 'tel:112233', '112233'],
    ['example.org/treffen', 'https://example.org/treffen', 'example.org/treffen'],
    [' https://example.org/ ', 'https://example.org/', 'example.org'],
  ])('of what is typed, %j, makes %s, shown as %s', (typed, href, words) => {
    expect(addressOf(typed)).toBe(href)
    expect(wordsOfAddress(href)).toBe(words)
  })

  it.each(['nur Worte', 'Wort', '12', 'a@b', 'javascript:example.org'])('knows no address in %j', typed => {
    expect(addressOf(typed)).toBeNull()
  })
})
