import { describe, expect, it } from 'vitest'
import { softBreaks } from './softBreaks.ts'

describe('softBreaks', () => {
  it('lets a long compound break at its joint', () => {
    expect(softBreaks('Peer-Informationsveranstaltungen zu Naloxon')).toBe(
      'Peer-Informations\u00adveranstaltungen zu Naloxon',
    )
  })
  it('leaves short words alone', () => {
    expect(softBreaks('Sitzungsleitung')).toBe('Sitzungsleitung')
  })
})
