import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { sql } from 'kysely'
import { createKits, type Kits } from '#server/documents/kits.ts'
import { AppError } from '#shared/errors.ts'
import { recordOf } from '#shared/kinds/minutes/recordOf.ts'
import { type Kinds, loadKinds } from '#shared/kinds/registry.ts'
import { masters } from '#shared/kinds/starterKit/masters/masters.ts'
import { dayIn } from '#shared/rules/zoned.ts'
import { type Access, createAccess } from './access/access.ts'
import { createSetup, type Setup } from './access/setup.ts'
import { createSpaces, type Spaces } from './access/spaces.ts'
import { type Clock, systemClock } from './clock.ts'
import { type Collab, createCollab } from './collab/collab.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './db/database.ts'
import { openDerived } from './db/derived.ts'
import { claimFolder, type FolderClaim } from './db/singleProcess.ts'
import { type Cards, createCards } from './documents/cards.ts'
import { createDocumentIndex, type DocumentIndex } from './documents/documentIndex.ts'
import { createDocuments, type Documents, seedSeq } from './documents/documents.ts'
import { createGenerations } from './documents/generations.ts'
import { readLastChanges } from './documents/lastChanges.ts'
import { readFederationRules } from './federationRules.ts'
import { createAttempts } from './http/attempts.ts'
import { createHttpApp } from './http/httpApp.ts'
import { ownOrigins } from './http/origin.ts'
import { createIdentity, type Identity } from './identity/identity.ts'
import { loadSecret } from './identity/secret.ts'
import { expireDaily } from './journal/expireDaily.ts'
import { readHistory } from './journal/history.ts'
import { createJournal, type Journal } from './journal/journal.ts'
import { createQuarantine } from './journal/quarantine.ts'
import { createLateContributions, type LateContributions } from './ledger/lateContributions.ts'
import { createLedger, type Ledger } from './ledger/ledger.ts'
import { leftLate } from './ledger/leftLate.ts'
import { createMinutesCommands, type MinutesCommands } from './ledger/minutesCommands.ts'
import { createChanges } from './lib/changes.ts'
import { createLive, type Live } from './live/live.ts'
import { createLog, type Log } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { readFederationProgrammes } from './programmes/federationProgrammes.ts'
import { createRoles, type Roles } from './programmes/roles.ts'
import { createProjections, type Projections, readLedgerSeqs } from './projections/projections.ts'
import { createRebuilds } from './projections/rebuilds.ts'
import { createRegisters, type Registers } from './projections/registers.ts'

/** `kinds`: other kinds of documents than those of the registry. */
export type Overrides = { clock?: Clock; log?: Log; kinds?: Kinds }

/** The whole server, put together. */
export interface App {
  /** Takes the port; rejects with the error of the system if it cannot. */
  listen(): Promise<{ port: number; url: string }>
  /**
   * Takes nothing new, brings everything acknowledged to the disk, and lets go of the data folder.
   * Within 10 s. Safe to call twice.
   */
  close(): Promise<void>
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly database: Database
  readonly journal: Journal
  readonly identity: Identity
  readonly spaces: Spaces
  readonly access: Access
  readonly setup: Setup
  readonly documents: Documents
  readonly kits: Kits
  readonly cards: Cards
  readonly collab: Collab
  readonly projections: Projections
  readonly roles: Roles
  readonly registers: Registers
  readonly ledger: Ledger
  readonly minutes: MinutesCommands
  readonly live: Live
  readonly late: LateContributions
  readonly index: DocumentIndex
}

/**
 * The only place that constructs. Opens the data folder, which is this process' alone until it is closed
 * (FolderTaken if another has it); nothing listens yet.
 */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const claim = claimFolder(config.dataDir)
  try {
    return await putTogether(config, overrides, claim)
  } catch (error) {
    claim.release()
    throw error
  }
}

async function putTogether(config: Config, overrides: Overrides, claim: FolderClaim): Promise<App> {
  const clock = overrides.clock ?? systemClock
  const log = overrides.log ?? createLog(config.logLevel)
  const languageRules = readFederationRules(config.languageRulesFile)
  const programmes = readFederationProgrammes(config.programmesFile)
  const metrics = createMetrics()
  const kinds = overrides.kinds ?? (await loadKinds())

  const file = (name: string): string => path.join(config.dataDir, name)
  const database = await openDatabase({ file: file('journal.db'), role: 'journal', log })
  const derived = await openDerived({ file: file('derived.db'), clock, log })

  const quarantine = createQuarantine({ database, clock })
  const endExpiry = expireDaily({ quarantine, clock, log })
  const journal = createJournal({ database, clock, log, metrics, quarantine })
  const generations = createGenerations({ database, journal, clock })
  const secret = config.authSecret ?? (await loadSecret(config.dataDir))
  const accessChanges = createChanges()
  const changed = () => accessChanges.happened()
  const identity = await createIdentity({
    database,
    clock,
    log,
    secret,
    secure: config.baseUrl?.startsWith('https://') ?? false,
    changed,
  })
  const spaces = createSpaces({ database, clock, changed })
  const setup = createSetup({ database, clock, spaces, identity })
  const index = createDocumentIndex(database, changed)
  const access = createAccess({
    identity,
    spaces,
    findDocument: id => index.find(id),
    changes: accessChanges,
  })

  const ledger = createLedger({ database, clock })

  let baseUrl = config.baseUrl ?? `http://localhost:${config.port}`
  // filled as soon as the port is known; the sockets ask it at each upgrade
  const allowedOrigins: string[] = []

  const collab = createCollab({
    journal,
    quarantine,
    access,
    clock,
    log,
    metrics,
    config: { allowedOrigins, secret, timeZone: config.timeZone },
    async beginGeneration(id, from) {
      const generation = await generations.begin(id, from)
      index.forget(id)
      return generation
    },
    kinds,
    ledgerSeq: id => ledger.seq(id),
    greeting: id => live.notice(id),
    kindOf: async id => (await index.find(id))?.kind ?? null,
    onChanged(room, author) {
      cards.changed(room)
      projections.changed(room)
      late.changed(room, author)
    },
    onTooLate: (room, author, bytes) => late.refused(room, author, bytes),
  })
  const late: LateContributions = createLateContributions({
    clock,
    log,
    timeZone: config.timeZone,
    spaces,
    index,
    ledgerRows: id => ledger.rows(id),
    history: room => readHistory(database, room.documentId, room.generation),
    read: (room, look) => collab.read(room, look),
    edit: (room, author, change) => collab.edit(room, author, change),
    left: () => leftLate(database),
  })
  const cards: Cards = createCards({
    derived,
    clock,
    log,
    kinds,
    find: id => index.find(id),
    read: (room, look) => collab.read(room, look),
    lastChanges: ids => readLastChanges(database, ids),
  })
  const projections: Projections = createProjections({
    derived,
    clock,
    log,
    find: id => index.find(id),
    read: (room, look) => collab.read(room, look),
    lastChanges: ids => readLastChanges(database, ids),
    rows: id => ledger.rows(id),
    ledgerSeqs: () => readLedgerSeqs(database),
  })
  const today = (): string => dayIn(config.timeZone, clock.now())
  const roles = createRoles({
    database,
    clock,
    programmes,
    async isMember(spaceId, personId) {
      return (await spaces.members(spaceId)).some(member => member.personId === personId)
    },
  })
  const registers = createRegisters({
    database,
    clock,
    today,
    spaces,
    roles,
    programmes,
    entries: projections.entries,
    read: (room, look) => collab.read(room, look),
    recordOf: async ({ id }) => recordOf(await ledger.rows(id)),
  })
  const documents = createDocuments({
    database,
    clock,
    kinds,
    timeZone: config.timeZone,
    kitCodes: masters.map(({ code }) => code),
    spaces,
    index,
    cards,
    durableSeq: room => journal.durableSeq(room.documentId, room.generation),
    edit: (room, author, change) => collab.edit(room, author, change),
  })

  const kits = createKits({
    documents,
    kinds,
    masters,
    async begun(ids) {
      const last = await readLastChanges(database, ids)
      return new Set(last.filter(({ seq }) => seq > seedSeq).map(change => change.documentId))
    },
    find: id => index.find(id),
    edit: (room, author, change) => collab.edit(room, author, change),
    today,
  })

  const live: Live = await createLive({
    derived,
    clock,
    log,
    spaces,
    find: id => index.find(id),
    read: (room, look) => collab.read(room, look),
    notify: (room, notice) => collab.notify(room, notice),
  })

  const minutes = createMinutesCommands({
    database,
    ledger,
    clock,
    timeZone: config.timeZone,
    spaces,
    index,
    drafts: collab,
    durableSeq: room => journal.durableSeq(room.documentId, room.generation),
    closed(room) {
      live.clear(room.documentId).catch((error: unknown) => {
        log.error({ err: error }, 'a meeting that is over is still kept; the next start forgets it')
      })
    },
    decided(room) {
      late.decided(room)
      projections.changed(room)
    },
  })

  let leaving = false
  const http = await createHttpApp({
    config,
    services: {
      identity,
      access,
      spaces,
      setup,
      documents,
      kits,
      ledger,
      minutes,
      live,
      registers,
      rebuilds: createRebuilds({ projections, log }),
      roles,
      programmes,
      languageRules,
    },
    attempts: createAttempts(),
    metrics,
    log,
    baseUrl: () => baseUrl,
    allowedOrigins: () => allowedOrigins,
    async checkReady() {
      if (leaving) throw new AppError('unavailable')
      // while commits fail, only a write can say whether they work again
      await (journal.isFailing() ? sql`pragma user_version = 0` : sql`select 1`).execute(database.kysely)
    },
  })
  const server = createAdaptorServer({ fetch: http.fetch, overrideGlobalObjects: false }) as Server
  server.on('upgrade', (request, socket, head) => collab.handleUpgrade(request, socket, head))

  async function listen(): Promise<{ port: number; url: string }> {
    const port = await take(server, config)
    baseUrl = config.baseUrl ?? `http://localhost:${port}`
    allowedOrigins.push(...ownOrigins(baseUrl, port))
    catchingUp = cards.catchUp().catch((error: unknown) => {
      if (!leaving) log.error({ err: error }, 'cards not caught up; the next start tries again')
    })
    projecting = projections.catchUp().catch((error: unknown) => {
      if (!leaving) log.error({ err: error }, 'registers not caught up; the next start tries again')
    })
    lookingAfter = late.catchUp().catch((error: unknown) => {
      if (!leaving)
        log.error({ err: error }, 'late contributions not looked after; the next start tries again')
    })
    return { port, url: baseUrl }
  }
  let catchingUp = Promise.resolve()
  let lookingAfter = Promise.resolve()
  let projecting = Promise.resolve()

  async function leave(): Promise<void> {
    leaving = true
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    server.closeIdleConnections()
    await lookingAfter
    await late.close()
    await Promise.all([cards.close(), projections.close()])
    await collab.drain()
    await Promise.all([catchingUp, projecting])
    server.closeAllConnections()
    if (server.listening) await closed
    endExpiry()
    await journal.close()
    await derived.close()
    await database.close()
    claim.release()
  }
  let left: Promise<void> | null = null

  return {
    listen,
    close: () => (left ??= leave()),
    clock,
    log,
    metrics,
    database,
    journal,
    identity,
    spaces,
    access,
    setup,
    documents,
    kits,
    cards,
    collab,
    ledger,
    minutes,
    live,
    late,
    projections,
    roles,
    registers,
    index,
  }
}

const take = (server: Server, config: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
