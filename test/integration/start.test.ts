import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startProcess, type TestProcess } from '#test/support/process.ts'

let folder: string
let running: TestProcess[]

beforeEach(async () => {
  running = []
  folder = await mkdtemp(path.join(tmpdir(), 'mitschrift-start-'))
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Mitschrift</title>')
})
afterEach(async () => {
  for (const { child, ended } of running) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }
  await rm(folder, { recursive: true, force: true })
})

/** As `npm start` and its like call it; only the client is brought along instead of built. */
function run(command: string, env: Record<string, string> = {}): TestProcess {
  const started = startProcess(['scripts/run.mjs', command], {
    PORT: '0',
    DATA_DIR: path.join(folder, 'data'),
    CLIENT_DIR: folder,
    TMPDIR: folder,
    ...env,
  })
  running.push(started)
  return started
}

const addressOf = async (server: TestProcess): Promise<string> =>
  (await server.until(/Mitschrift läuft: (\S+)/))[1] ?? ''
const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

describe('npm start', () => {
  it('prints the address, in both languages what it costs, and a set-up link that works once', async () => {
    const server = run('start')
    const url = await addressOf(server)
    const link = await server.until(/(http\S+)\/einrichten#([\w-]{43,})\n/)
    expect(link[1]).toBe(url)
    expect(server.output).toContain(`Mitschrift is running: ${url}`)
    expect(server.output).toMatch(/Auf diesem Rechner geht alles/)
    expect(await (await fetch(url)).text()).toContain('<title>Mitschrift</title>')

    const body = { token: link[2], federation: 'Brückenschlag', space: 'Lindental', displayName: 'Marlies' }
    const setup = await post(`${url}/api/setup`, body)
    expect(setup.status).toBe(200)
    expect(setup.headers.getSetCookie()).toHaveLength(1)
    expect((await post(`${url}/api/setup`, body)).status).toBe(409)

    server.child.kill('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, signal: null })
    const again = run('start')
    await again.until(/Auf diesem Rechner/)
    again.child.kill('SIGTERM')
    await again.ended
    expect(again.output).not.toContain('einrichten#')
  })

  it('prints another set-up link at each start until it is used; the older one is void', async () => {
    const first = run('start')
    const [, older = ''] = await first.until(/einrichten#(\S+)\n/)
    first.child.kill('SIGTERM')
    await first.ended
    const second = run('start')
    const url = await addressOf(second)
    const [, newer = ''] = await second.until(/einrichten#(\S+)\n/)
    const names = { federation: 'Brückenschlag', space: 'Lindental', displayName: 'Marlies' }
    expect((await post(`${url}/api/setup`, { ...names, token: older })).status).toBe(400)
    expect((await post(`${url}/api/setup`, { ...names, token: newer })).status).toBe(200)
  })

  it('says what plain HTTP costs where people come from other machines', async () => {
    const server = run('start', { BASE_URL: 'http://mitschrift.example' })
    await server.until(/http ohne Verschlüsselung/)
    expect(server.output).toContain('no offline work')
  })

  it('stops with a sentence that names a wrong variable', async () => {
    const server = run('start', { BASE_URL: 'mitschrift' })
    expect((await server.ended).code).toBe(78)
    expect(server.output).toMatch(/„mitschrift“ als Wert von BASE_URL geht nicht\. Erlaubt ist: /)
    expect(server.output).not.toContain('    at ')
  })

  it('stops with a sentence when something else has the port', async () => {
    const other = createServer()
    await new Promise<void>(resolve => {
      other.listen(0, '127.0.0.1', resolve)
    })
    const { port } = other.address() as AddressInfo
    const server = run('start', { PORT: String(port) })
    expect((await server.ended).code).toBe(1)
    expect(server.output).toContain(`Auf Port ${port} läuft schon etwas`)
    expect(server.output).not.toContain('    at ')
    other.close()
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    '[a9] %s ends it within ten seconds, with clients connected',
    async signal => {
      const server = run('start')
      const url = await addressOf(server)
      await fetch(url, { headers: { connection: 'keep-alive' } })
      const began = performance.now()
      server.child.kill(signal)
      expect(await server.ended).toEqual({ code: 0, signal: null })
      expect(performance.now() - began).toBeLessThan(10_000)
    },
  )
})

describe('npm run', () => {
  it('leaves no server behind when it is killed itself', async () => {
    const server = run('start')
    const url = await addressOf(server)
    server.child.kill('SIGKILL')
    await server.ended
    await expect(fetch(url)).rejects.toThrow()
  })

  it('anything else says what there is', async () => {
    const unknown = run('strat')
    expect((await unknown.ended).code).toBe(2)
    expect(unknown.output).toContain('start, demo, dev, test, bench')
  })
})

describe('npm run demo', () => {
  it('prints thirteen links that can be used again, and leaves nothing behind', async () => {
    const demo = run('demo')
    const url = await addressOf(demo)
    await demo.until(/Bernd +http\S+\n/)
    const links = [...demo.output.matchAll(/(http\S+)\/anmelden#(\S+)\n/g)]
    expect(links).toHaveLength(13)
    for (let visit = 0; visit < 2; visit++) {
      expect((await post(`${url}/api/sign-in`, { token: links[0]?.[2] })).status).toBe(200)
    }
    const folders = () => readdirSync(folder).filter(name => name.startsWith('mitschrift-demo-'))
    expect(folders()).toHaveLength(1)
    demo.child.kill('SIGINT')
    expect(await demo.ended).toEqual({ code: 0, signal: null })
    expect(folders()).toEqual([])
    expect(existsSync(path.join(folder, 'data'))).toBe(false)
  })
})
