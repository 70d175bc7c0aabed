import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collabPath } from '#shared/wire/handshake.ts'
import { seedTwoSpaces, startTestApp, type TestApp, type Visitor } from '#test/support/testApp.ts'

/** The whole server: who may knock, from where, and how often. */
describe('the doors', () => {
  let test: TestApp
  let visitor: Visitor
  beforeAll(async () => {
    test = await startTestApp()
    const { editor } = await seedTwoSpaces(test)
    visitor = await test.signIn(editor)
  })
  afterAll(() => test.close())

  /** The status with which an upgrade is answered. */
  const upgrade = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request(new URL(collabPath, test.url), {
        headers: {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
          cookie: visitor.cookie,
          ...headers,
        },
      })
      asked.on('response', response => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      asked.on('upgrade', (response, socket) => {
        socket.destroy()
        resolve(response.statusCode ?? 0)
      })
      asked.on('error', reject)
      asked.end()
    })

  it.each([
    'https://evil.example',
    'null',
    'http://127.0.0.1.evil.example',
    'file://',
    '',
    'http://127.0.0.1:1',
  ])('[b31] a page from %j gets 403 though the person is signed in, and nothing throws', async origin => {
    expect(await upgrade({ origin })).toBe(403)
    expect(await upgrade({ origin: test.url })).toBe(101)
    expect(test.app).toBeDefined()
  })

  it('[b31] a foreign Host, X-Forwarded-Host or Forwarded does not make a foreign page our own', async () => {
    const origin = 'https://evil.example'
    for (const name of ['host', 'x-forwarded-host', 'x-original-host'])
      expect(await upgrade({ origin, [name]: 'evil.example' })).toBe(403)
    expect(await upgrade({ origin, forwarded: 'host=evil.example;proto=https' })).toBe(403)
  })

  it('[b31] a hundred at once do not keep anybody out', async () => {
    const foreign = Array.from({ length: 100 }, () => upgrade({ origin: 'https://evil.example' }))
    expect(new Set(await Promise.all(foreign))).toEqual(new Set([403]))
    expect(await upgrade({ origin: test.url })).toBe(101)
  })

  describe('[b32] X-Forwarded-For', () => {
    const attempts = 25
    /** The answers to many wrong links, each said to come from somewhere else. */
    async function tryFromEverywhere(app: TestApp, from: (attempt: number) => string): Promise<number[]> {
      const statuses: number[] = []
      for (let attempt = 0; attempt < attempts; attempt++) {
        const token = `wrong-${attempt}-${'x'.repeat(40)}`
        const answer = await app
          .visitor()
          .post('/api/sign-in', { token }, { 'x-forwarded-for': from(attempt) })
        statuses.push(answer.status)
      }
      return statuses
    }

    it('that is forged gives nobody more attempts', async () => {
      const statuses = await tryFromEverywhere(test, attempt => `203.0.113.${attempt}`)
      expect(statuses).toContain(429)
    })

    it('counts behind a trusted proxy, but only what the proxy itself has added', async () => {
      const proxied = await startTestApp({ env: { TRUST_PROXY: '1' } })
      expect(await tryFromEverywhere(proxied, attempt => `203.0.113.${attempt}`)).not.toContain(429)
      expect(await tryFromEverywhere(proxied, attempt => `198.51.100.${attempt}, 203.0.113.200`)).toContain(
        429,
      )
      await proxied.close()
    })
  })
})
