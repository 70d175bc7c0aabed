import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '#test/support/testApp.ts'

let folder: string
let test: TestApp

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mitschrift-client-'))
  await mkdir(path.join(folder, 'assets'))
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Mitschrift</title>')
  await writeFile(path.join(folder, 'sw.js'), '/* service worker */')
  await writeFile(path.join(folder, 'assets', 'index-B3kx9_Qz.js'), 'console.log("Mitschrift")'.repeat(100))
  test = await startTestApp({ env: { CLIENT_DIR: folder } })
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

/** The path as it is, which fetch would tidy up. */
const statusOfRaw = (target: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(test.url)
    request({ host: '127.0.0.1', port, path: target }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

describe('every answer', () => {
  it.each(['/', '/healthz', '/api/rpc/session/current', '/nothing.js', '/assets/index-B3kx9_Qz.js'])(
    '%s carries the strict headers',
    async target => {
      const { headers } = await test.visitor().fetch(target)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('camera=()')
    },
  )
})

describe('the client', () => {
  it('is served with its files: hashed ones for good, the others asked for again', async () => {
    const visitor = test.visitor()
    const page = await visitor.fetch('/')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(await page.text()).toContain('Mitschrift')
    const asset = await visitor.fetch('/assets/index-B3kx9_Qz.js', {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(asset.headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(asset.headers.get('content-encoding')).toBe('br')
    expect(await asset.text()).toContain('console.log')
    expect((await visitor.fetch('/sw.js')).headers.get('cache-control')).toBe('no-cache')
  })

  it('answers its own page addresses with the page, and unchanged files with 304', async () => {
    const visitor = test.visitor()
    const page = await visitor.fetch('/anmelden')
    expect(await page.text()).toContain('<title>Mitschrift</title>')
    // the id of a space may have a dot
    expect((await visitor.fetch('/raum/org.region')).status).toBe(200)
    expect((await visitor.fetch('/assets/gone.js')).status).toBe(404)
    const etag = page.headers.get('etag') ?? ''
    expect((await visitor.fetch('/', { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it('that is not built says so', async () => {
    const bare = await startTestApp({ env: { CLIENT_DIR: path.join(folder, 'nowhere') } })
    const page = await bare.visitor().fetch('/')
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('npm start')
    await bare.close()
  })

  it.each(['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/a%00b', '/%zz'])(
    '[b33] %s is refused',
    async target => {
      expect(await statusOfRaw(target)).toBe(400)
    },
  )
})

describe('watching', () => {
  it('tells that the process lives and that the database answers', async () => {
    expect((await test.visitor().fetch('/healthz')).status).toBe(200)
    expect((await test.visitor().fetch('/readyz')).status).toBe(200)
  })

  it('is not ready without its database', async () => {
    const broken = await startTestApp()
    await broken.app.database.close()
    expect((await broken.visitor().fetch('/readyz')).status).toBe(503)
    expect((await broken.visitor().fetch('/healthz')).status).toBe(200)
    await broken.close()
  })

  it('shows metrics to this machine, not through a proxy on it', async () => {
    const metrics = await test.visitor().fetch('/metrics')
    expect(await metrics.text()).toContain('journal_commits_total')
    const proxied = await test.visitor().fetch('/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })
    expect(proxied.status).toBe(404)
  })

  it('with a token shows metrics to whoever has it, and to nobody else', async () => {
    const token = randomBytes(16).toString('hex')
    const guarded = await startTestApp({ env: { METRICS_TOKEN: token } })
    const visitor = guarded.visitor()
    expect((await visitor.fetch('/metrics')).status).toBe(404)
    expect((await visitor.fetch('/metrics', { headers: { authorization: 'Bearer wrong' } })).status).toBe(404)
    expect((await visitor.fetch('/metrics', { headers: { authorization: `Bearer ${token}` } })).status).toBe(
      200,
    )
    await guarded.close()
  })
})

describe('what changes something', () => {
  const signIn = (headers: Record<string, string>) =>
    test.visitor().post('/api/sign-in', { token: randomBytes(32).toString('base64url') }, headers)

  it('[b36] is refused from another site', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const response = await signIn(headers)
      expect(response.status).toBe(403)
      expect(await response.json()).toEqual({ code: 'originRefused', fields: {} })
      expect((await test.visitor().post('/api/rpc/session/signOut', {}, headers)).status).toBe(403)
    }
    expect((await signIn({ origin: test.url })).status).toBe(400)
  })

  it('is not read beyond its size', async () => {
    const response = await test.visitor().post('/api/sign-in', { token: 'x'.repeat(200_000) })
    expect(await response.json()).toEqual({ code: 'badInput', fields: { maxBytes: 100_000 } })
  })

  it('names the field that does not parse, never its content', async () => {
    const response = await test.visitor().post('/api/sign-in', { token: 'kurz' })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ code: 'badInput', fields: { field: 'token' } })
  })

  it('is unknown where there is nothing', async () => {
    expect((await test.visitor().post('/api/nothing', {})).status).toBe(404)
    expect((await test.visitor().post('/api/rpc/nothing/here', {})).status).toBe(404)
  })
})

describe('sign-in', () => {
  it('with a link gives a session, and signing out ends it', async () => {
    const personId = await test.app.identity.createPerson({ displayName: 'Svea' })
    const svea = await test.signIn(personId)
    expect((await svea.api.session.current()).person).toEqual({ id: personId, displayName: 'Svea' })
    const { cookie } = svea
    await svea.api.session.signOut()
    expect(svea.cookie).toBe('')
    const stolen = await test.visitor().post('/api/rpc/session/current', {}, { cookie })
    expect(await stolen.json()).toMatchObject({ json: { person: null } })
  })

  it('answers too many failed attempts of one network with tooMany, and lets honest people in before', async () => {
    const guessed = await startTestApp()
    const personId = await guessed.app.identity.createPerson({ displayName: 'Svea' })
    for (let visit = 0; visit < 30; visit++) await guessed.signIn(personId)
    const guess = () => guessed.visitor().post('/api/sign-in', { token: randomUUID() })
    const answers: number[] = []
    for (let attempt = 0; attempt < 22; attempt++) answers.push((await guess()).status)
    expect(answers).toEqual([...Array<number>(20).fill(400), 429, 429])
    await guessed.close()
  })
})

describe('set-up', () => {
  it('works once, with the newest link, and makes the first coordinator', async () => {
    const fresh = await startTestApp()
    const visitor = fresh.visitor()
    const names = { federation: 'Brückenschlag', space: 'Oberes Lindental', displayName: 'Marlies' }
    expect(await visitor.api.session.current()).toEqual({ person: null, setupOpen: true })

    const older = await fresh.app.setup.newLink()
    const token = await fresh.app.setup.newLink()
    expect((await visitor.post('/api/setup', { ...names, token: older })).status).toBe(400)
    const both = await Promise.all([1, 2].map(() => fresh.visitor().post('/api/setup', { ...names, token })))
    expect(both.map(response => response.status).sort((a, b) => a - b)).toEqual([200, 409])

    const cookie =
      both
        .find(response => response.ok)
        ?.headers.getSetCookie()[0]
        ?.split(';')[0] ?? ''
    const spaces = await visitor.post('/api/rpc/spaces/list', {}, { cookie })
    expect(await spaces.json()).toMatchObject({
      json: [
        { name: 'Brückenschlag', level: 'federation', role: 'coordinator' },
        { name: 'Oberes Lindental', role: 'coordinator' },
      ],
    })
    expect((await visitor.api.session.current()).setupOpen).toBe(false)
    expect(await fresh.app.setup.newLink()).toBeNull()
    expect(await (await visitor.post('/api/setup', { ...names, token })).json()).toMatchObject({
      code: 'setupDone',
    })
    await fresh.close()
  })
})
