import { describe, expect, it } from 'vitest'
import { spineHeight, spineTitle } from './spine.ts'

describe('spine', () => {
  it('leaves out what every title begins with and cuts what is long', () => {
    expect(spineTitle('Protokoll der 1. Sitzung 2026')).toBe('1. Sitzung 2026')
    expect(spineTitle('Protokoll der 1. Sitzung 2026 des Regionalteams')).toBe('1. Sitzung 2026 d…')
    expect(spineTitle('Gruppenbesuch')).toBe('Gruppenbesuch')
  })
  it('keeps the height of a document within the board', () => {
    for (const id of ['a', 'b', '00000000-0000-4000-8000-000000000001']) {
      expect(spineHeight(id)).toBe(spineHeight(id))
      expect(spineHeight(id)).toBeGreaterThanOrEqual(9.2)
      expect(spineHeight(id)).toBeLessThanOrEqual(11.1)
    }
  })
})
