import { describe, expect, it } from 'vitest'
import { isInstalled } from './install.mjs'

const lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true },
  },
}
const a = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }

describe('isInstalled', () => {
  it('holds when all is there, optional packages or not', () => {
    expect(isInstalled(lock, { packages: { ...a } })).toBe(true)
    expect(
      isInstalled(lock, {
        packages: { ...a, 'node_modules/b': { version: '2.0.0', integrity: 'sha512-b' } },
      }),
    ).toBe(true)
  })

  it('holds when the platform has an optional package of its own', () => {
    const own = { 'node_modules/c-darwin': { version: '1.0.0', optional: true } }
    expect(isInstalled(lock, { packages: { ...a, ...own } })).toBe(true)
  })

  it('fails without an installation, and after an interrupted one', () => {
    expect(isInstalled(lock, null)).toBe(false)
  })

  it('fails when a package is missing, of another version, changed, or no longer asked for', () => {
    expect(isInstalled(lock, { packages: {} })).toBe(false)
    expect(
      isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } } }),
    ).toBe(false)
    expect(
      isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } } }),
    ).toBe(false)
    expect(isInstalled(lock, { packages: { ...a, 'node_modules/c': { version: '1.0.0' } } })).toBe(false)
  })
})
