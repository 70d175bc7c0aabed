import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const refusalOf = (env: Record<string, string>): ConfigError => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('the value was taken')
}

describe('readConfig', () => {
  it('has a default for everything, reachable from this machine alone', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', baseUrl: null, trustProxy: false })
    expect(config.dataDir).toMatch(/\/data$/)
  })

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '', BASE_URL: '' })).toEqual(readConfig({}))
  })

  it('keeps the origin of BASE_URL', () => {
    expect(readConfig({ BASE_URL: 'https://mitschrift.example.org/' }).baseUrl).toBe(
      'https://mitschrift.example.org',
    )
  })

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', 'drei'],
    ['HOST', 'http://localhost'],
    ['BASE_URL', 'mitschrift.example.org'],
    ['BASE_URL', 'https://example.org/mitschrift'],
    ['BASE_URL', 'https://user@example.org'],
    ['BASE_URL', 'ftp://example.org'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'yes'],
    ['TZ', 'Mars/Olympus'],
  ])('names %s, the value %s and what is allowed, in both languages', (name, value) => {
    const refusal = refusalOf({ [name]: value })
    expect(refusal.variable).toBe(name)
    for (const sentence of [refusal.german, refusal.message]) {
      expect(sentence).toContain(name)
      expect(sentence).toContain(value)
      expect(sentence).toMatch(/Erlaubt ist: \S|Allowed: \S/)
    }
  })

  it.each(['AUTH_SECRET', 'METRICS_TOKEN'])('does not repeat the secret %s', name => {
    const refusal = refusalOf({ [name]: 'kurz!geheim' })
    expect(refusal.german + refusal.message).toContain(name)
    expect(refusal.german + refusal.message).not.toContain('kurz!geheim')
  })
})
