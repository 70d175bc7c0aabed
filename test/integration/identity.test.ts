import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '#server/db/database.ts'
import { createIdentity, type Identity } from '#server/identity/identity.ts'
import { loadSecret } from '#server/identity/secret.ts'
import { createLog } from '#server/log.ts'
import type { PersonId } from '#shared/ids.ts'
import { createTestClock, type TestClock } from '#test/support/testClock.ts'

const day = 24 * 60 * 60 * 1000
const log = createLog('silent')

let folder: string
let database: Database
let clock: TestClock
let identity: Identity
let person: PersonId

const start = async (secure: boolean) =>
  createIdentity({ database, clock, log, secret: await loadSecret(folder), secure })

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mitschrift-identity-'))
  database = await openDatabase({ file: path.join(folder, 'journal.db'), role: 'journal', log })
  clock = createTestClock()
  identity = await start(false)
  person = await identity.createPerson({ displayName: 'Karin M.' })
})
afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const setCookies = (headers: Headers): string[] => headers.getSetCookie()
const withCookie = (headers: Headers): Headers =>
  new Headers({
    cookie: setCookies(headers)
      .map(cookie => cookie.split(';')[0])
      .join('; '),
  })

async function signIn(): Promise<Headers> {
  const token = await identity.createPersonalLink(person, { uses: 'once', expiresInMs: day })
  const redeemed = await identity.redeem(token)
  if (!redeemed) throw new Error('the link was refused')
  return withCookie(redeemed.headers)
}

describe('sign-in by personal link', () => {
  it('sets exactly one cookie, for this host, out of reach of scripts, which is the person', async () => {
    const token = await identity.createPersonalLink(person, { uses: 'once', expiresInMs: day })
    const redeemed = await identity.redeem(token)
    expect(redeemed?.personId).toBe(person)
    const cookies = setCookies(redeemed?.headers ?? new Headers())
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/; Path=\/;/)
    expect(cookies[0]).toMatch(/; HttpOnly;/)
    expect(cookies[0]).toMatch(/; SameSite=Strict/)
    expect(cookies[0]).not.toMatch(/Secure|Domain/)
    const signedIn = await identity.person(withCookie(redeemed?.headers ?? new Headers()))
    expect(signedIn?.personId).toBe(person)
  })

  it('marks the cookie Secure where people come by https', async () => {
    identity = await start(true)
    const token = await identity.createPersonalLink(person, { uses: 'once', expiresInMs: day })
    const redeemed = await identity.redeem(token)
    expect(setCookies(redeemed?.headers ?? new Headers())[0]).toMatch(/^__Secure-.*; Secure/)
  })

  it('[PL1] a link for one use works once, also when tried ten times at once', async () => {
    const token = await identity.createPersonalLink(person, { uses: 'once', expiresInMs: day })
    const tries = await Promise.all(Array.from({ length: 10 }, () => identity.redeem(token)))
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await identity.redeem(token)).toBeNull()
  })

  it('a reusable link works until it expires', async () => {
    const token = await identity.createPersonalLink(person, { uses: 'untilExpiry', expiresInMs: day })
    expect(await identity.redeem(token)).not.toBeNull()
    clock.advance(day - 1)
    expect(await identity.redeem(token)).not.toBeNull()
    clock.advance(1)
    expect(await identity.redeem(token)).toBeNull()
  })

  it('[PL2] a link that replaces leaves nobody an older unused one, and lasts as long as it says', async () => {
    const other = await identity.createPerson({ displayName: 'Deniz' })
    const foreign = await identity.createPersonalLink(other, { uses: 'once', expiresInMs: day })
    const lost = await identity.createPersonalLink(person, { uses: 'once', expiresInMs: day })
    const first = await identity.replacePersonalLink(person, { expiresInMs: day })
    expect(await identity.redeem(lost)).toBeNull()
    const second = await identity.replacePersonalLink(person, { expiresInMs: day })
    expect(await identity.redeem(first.token)).toBeNull()
    expect((await identity.redeem(foreign))?.personId).toBe(other)
    expect(second.expiresAt).toBe(clock.now() + day)
    clock.advance(day - 1)
    expect((await identity.redeem(second.token))?.personId).toBe(person)
    expect(await identity.redeem(second.token)).toBeNull()
    const late = await identity.replacePersonalLink(person, { expiresInMs: day })
    clock.advance(day)
    expect(await identity.redeem(late.token)).toBeNull()
  })

  it('refuses an altered token', async () => {
    const token = await identity.createPersonalLink(person, { uses: 'once', expiresInMs: day })
    expect(await identity.redeem(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull()
    expect(await identity.redeem(token)).not.toBeNull()
  })

  it('keeps neither the token of a link, nor an address, nor a browser on disk', async () => {
    const token = await identity.createPersonalLink(person, { uses: 'untilExpiry', expiresInMs: day })
    await identity.redeem(token)
    const links = await database.kysely.selectFrom('personal_link').selectAll().execute()
    expect(JSON.stringify(links)).not.toContain(token)
    const sessions = await sql<Record<string, unknown>>`select * from session`.execute(database.kysely)
    expect(sessions.rows).toMatchObject([{ userId: person, ipAddress: '', userAgent: '' }])
    await database.close()
    for (const name of ['journal.db', 'journal.db-wal']) {
      const bytes = await readFile(path.join(folder, name)).catch(() => Buffer.alloc(0))
      expect(bytes.includes(token)).toBe(false)
    }
  })
})

describe('sessions', () => {
  it('are nobody without a cookie, with an altered one, with a foreign one', async () => {
    const cookie = (await signIn()).get('cookie') ?? ''
    expect(await identity.person(new Headers())).toBeNull()
    expect(await identity.person(new Headers({ cookie: cookie.replace(/.{3}$/, 'AAA') }))).toBeNull()
    expect(await identity.person(new Headers({ cookie: `${cookie.split('=')[0]}=whatever` }))).toBeNull()
  })

  it('[SC1] end with sign-out, also for a question that is under way', async () => {
    const headers = await signIn()
    const fresh = await start(false)
    const underWay = [fresh.person(headers), fresh.signOut(headers), fresh.person(headers)]
    await Promise.all(underWay)
    expect(await fresh.person(headers)).toBeNull()
  })

  it('the answer to a sign-out takes the cookie back', async () => {
    const { headers } = await identity.signOut(await signIn())
    expect(setCookies(headers)).toHaveLength(1)
    expect(setCookies(headers)[0]).toMatch(/Max-Age=0/)
  })

  it('end after ninety days of the clock', async () => {
    const headers = await signIn()
    clock.advance(90 * day - 1)
    expect(await identity.person(headers)).not.toBeNull()
    clock.advance(1)
    expect(await identity.person(headers)).toBeNull()
  })

  it('outlive a restart, because the secret is kept for the server alone', async () => {
    const headers = await signIn()
    const again = await start(false)
    expect((await again.person(headers))?.personId).toBe(person)
    expect((await stat(path.join(folder, 'auth.secret'))).mode & 0o777).toBe(0o600)
  })
})
