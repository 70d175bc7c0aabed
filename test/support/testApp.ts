import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { Doc } from 'yjs'
import { type App, createApp, type Overrides } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import type { Contract } from '#shared/api/contract.ts'
import type { DocumentId, PersonId } from '#shared/ids.ts'
import { collabPath } from '#shared/wire/handshake.ts'
import { type CollabClient, openCollabClient } from './collabClient.ts'

/** Somebody with a browser: keeps the session cookie as a browser does. */
export interface Visitor {
  readonly api: ContractRouterClient<Contract>
  /** the Cookie header this visitor sends; '' when signed out */
  readonly cookie: string
  fetch(path: string, init?: RequestInit): Promise<Response>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  /** `doc`: what the device has of it already */
  openDocument(documentId: DocumentId, generation?: number, doc?: Doc): CollabClient
}

export interface TestApp {
  readonly app: App
  readonly url: string
  readonly dataDir: string
  visitor(): Visitor
  /** A visitor who has used a personal link of the person. */
  signIn(personId: PersonId): Promise<Visitor>
  close(): Promise<void>
}

/** The real server on a folder and a port of its own, in this process. */
export async function startTestApp(
  options: { env?: Record<string, string>; overrides?: Overrides; dataDir?: string } = {},
): Promise<TestApp> {
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'mitschrift-test-')))
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dataDir, ...options.env })
  const app = await createApp(config, options.overrides)
  const { port, url } = await app.listen()
  const clients = new Set<CollabClient>()

  function visitor(): Visitor {
    const jar = new Map<string, string>()
    const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

    async function send(target: string, init: RequestInit = {}): Promise<Response> {
      const headers = new Headers(init.headers)
      if (jar.size > 0 && !headers.has('cookie')) headers.set('cookie', cookie())
      const response = await fetch(new URL(target, `http://127.0.0.1:${port}`), { ...init, headers })
      for (const line of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split('; ')
        const name = pair.slice(0, pair.indexOf('='))
        if (attributes.includes('Max-Age=0')) jar.delete(name)
        else jar.set(name, pair.slice(name.length + 1))
      }
      return response
    }

    const link = new RPCLink({
      url: `http://127.0.0.1:${port}/api/rpc`,
      fetch: async request =>
        send(request.url, {
          method: request.method,
          headers: request.headers,
          body: await request.arrayBuffer(),
        }),
    })
    return {
      api: createORPCClient<ContractRouterClient<Contract>>(link),
      get cookie() {
        return cookie()
      },
      fetch: send,
      post: (target, body, headers = {}) =>
        send(target, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
      openDocument(documentId, generation = 1, doc) {
        const client = openCollabClient({
          url: `ws://127.0.0.1:${port}${collabPath}`,
          room: { documentId, generation },
          person: null,
          ...(doc && { doc }),
          socketOptions: { headers: { cookie: cookie() } },
        })
        clients.add(client)
        return client
      },
    }
  }

  return {
    app,
    url,
    dataDir,
    visitor,
    async signIn(personId) {
      const token = await app.identity.createPersonalLink(personId, { uses: 'once', expiresInMs: 60_000 })
      const person = visitor()
      const response = await person.post('/api/sign-in', { token })
      if (!response.ok) throw new Error(`The sign-in was answered with ${response.status}`)
      return person
    },
    async close() {
      for (const client of clients) client.close()
      await app.close()
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A federation with two spaces that know nothing of each other, and one person in every role of the first. */
export async function seedTwoSpaces({ app }: TestApp) {
  const here = await app.spaces.create({
    name: 'Oberes Lindental',
    level: 'regionalAssociation',
    parentId: null,
  })
  const elsewhere = await app.spaces.create({ name: 'Lichtblick', level: 'group', parentId: null })
  const join = async (spaceId: typeof here, role: 'coordinator' | 'editor' | 'reviewer' | 'reader') => {
    const personId = await app.identity.createPerson({ displayName: `${role} in ${spaceId}` })
    await app.spaces.addMember(spaceId, { personId, displayName: role, label: '', role })
    return personId
  }
  return {
    here,
    elsewhere,
    coordinator: await join(here, 'coordinator'),
    editor: await join(here, 'editor'),
    reviewer: await join(here, 'reviewer'),
    reader: await join(here, 'reader'),
    stranger: await join(elsewhere, 'coordinator'),
  }
}
