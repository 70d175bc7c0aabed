import { describe, expect, it } from 'vitest'
import { initials } from './initials.ts'

describe('initials', () => {
  it.each([
    ['Deniz Yıldırım', 'DY'],
    ['Theodora Lindqvist-Baum', 'TB'],
    ['Gerd T.', 'GT'],
    ['Marlies', 'Ma'],
    ['Dr. Ilse Rabenau', 'DR'],
    ['', '?'],
    ['***', '?'],
  ])('shortens %j to %j', (name, short) => expect(initials(name)).toBe(short))
})
