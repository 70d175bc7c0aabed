import { describe, expect, it } from 'vitest'
import { safeHref } from './links.ts'

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
  })
})
