import { describe, expect, it } from 'vitest'
import { nextNumber, nextTitle } from './nextName.ts'

describe('what the next minutes are called until somebody says so', () => {
  it.each([
    ['Protokoll der 1. Sitzung 2026 des Regionalteams', 'Protokoll der 2. Sitzung 2026 des Regionalteams'],
    ['9. Treffen', '10. Treffen'],
    ['Teamsitzung', 'Teamsitzung'],
  ])('%s → %s', (title, next) => expect(nextTitle(title)).toBe(next))
  it.each([
    ['RT-OL 2026-01', 'RT-OL 2026-02'],
    ['2026/9', '2026/10'],
    ['', ''],
  ])('%s → %s', (number, next) => expect(nextNumber(number)).toBe(next))
})
