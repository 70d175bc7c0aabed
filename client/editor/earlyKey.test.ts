import { describe, expect, it } from 'vitest'
import { earlyKey } from './earlyKey.ts'

const press = (
  key: string,
  held: { ctrl?: boolean; alt?: boolean; altGraph?: boolean; composing?: boolean } = {},
) =>
  earlyKey({
    key,
    ctrlKey: held.ctrl ?? false,
    metaKey: false,
    altKey: held.alt ?? false,
    isComposing: held.composing ?? false,
    getModifierState: name => name === 'AltGraph' && (held.altGraph ?? false),
  })

describe('a key that comes before the editor', () => {
  it.each(['a', 'ß', ' ', '🙂', 'Enter', 'Backspace'])('%s is kept', key => expect(press(key)).toBe(key))
  it.each(['ArrowDown', 'Tab', 'Escape', 'F5', 'Shift', 'Dead', 'Process'])('%s writes nothing', key =>
    expect(press(key)).toBeNull(),
  )
  it('a command is none, „@“ by AltGr is', () => {
    expect(press('a', { ctrl: true })).toBeNull()
    expect(press('q', { alt: true })).toBeNull()
    expect(press('@', { ctrl: true, alt: true, altGraph: true })).toBe('@')
    expect(press('a', { composing: true })).toBeNull()
  })
})
