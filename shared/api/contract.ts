import { oc } from '@orpc/contract'
import { z } from 'zod'
import { cardContentSchema } from '#shared/document/card.ts'
import { documentIdSchema, generationSchema, personIdSchema, spaceIdSchema } from '#shared/ids.ts'
import {
  type MinutesCommandName,
  minutesCommandSchemas,
  refusalReasonSchema,
} from '#shared/kinds/minutes/commands.ts'
import { commandIdSchema, ledgerRowSchema } from '#shared/ledger/row.ts'
import { roleSchema } from '#shared/permissions.ts'
import type { FederationRules } from '#shared/rules/language/schema.ts'
import { liveActionSchema, liveRefusalSchema, liveStateSchema } from '#shared/rules/liveState.ts'
import { personSchema } from './person.ts'
import { registersContract } from './registers.ts'

/** The name of a kind (shared/kinds/registry.ts); a newer server may name one that this client does not know. */
export const kindNameSchema = z.string().regex(/^[a-z][A-Za-z]{0,39}$/)

/** A person as a space shows them: the display name may be a pseudonym (ARCHITECTURE 8). */
export const memberSchema = z.object({
  personId: personIdSchema,
  displayName: z.string(),
  /** „Multiplikationsperson“, „Gruppe Ufer Niederlauben“ … free text of the space */
  label: z.string(),
  role: roleSchema,
})
export type Member = z.infer<typeof memberSchema>

export const spaceSchema = z.object({
  id: spaceIdSchema,
  name: z.string(),
  level: z.enum(['federation', 'stateAssociation', 'regionalAssociation', 'group']),
  parentId: spaceIdSchema.nullable(),
  role: roleSchema,
})
export type Space = z.infer<typeof spaceSchema>

export const documentInfoSchema = z.object({
  id: documentIdSchema,
  kind: kindNameSchema,
  spaceId: spaceIdSchema,
  generation: generationSchema,
  /** What was written together is decided and takes no more writing; absent while it does. */
  closed: z.literal(true).optional(),
})
export type DocumentInfo = z.infer<typeof documentInfoSchema>

/** What the desk shows of a document: derived, rebuildable; times in milliseconds since 1970. */
export const documentCardSchema = documentInfoSchema.extend({
  ...cardContentSchema.omit({ parts: true }).shape,
  /** the kit in which it lies; absent for a document that stands by itself */
  partOf: documentIdSchema.optional(),
  changedAt: z.int(),
  changedBy: z.string().nullable(),
})
export type DocumentCard = z.infer<typeof documentCardSchema>

export type { Person } from './person.ts'

/** A link that signs in once: path with the token in the fragment, shown once. `expiresAt` in milliseconds since 1970. */
export const newLinkSchema = z.object({ link: z.string(), expiresAt: z.int() })
export type NewLink = z.infer<typeof newLinkSchema>

/**
 * What a command is told besides what it decides. `madeAt`: when it was made, in ms since 1970 by the server's clock as
 * the device knew it, if that was without a connection; `null` for one that is made now.
 */
const commandSchema = z.object({
  documentId: documentIdSchema,
  commandId: commandIdSchema,
  madeAt: z.int().nullable().default(null),
})

/**
 * What became of a command. `rows`: those that it wrote, or those that stand in its way. A refusal is no error: it says
 * why in a closed list of reasons, with what the sentence needs (counts, times, never words of the document).
 */
export const commandAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), rows: z.array(ledgerRowSchema) }),
  z.object({
    outcome: z.literal('refused'),
    reason: refusalReasonSchema,
    fields: z.record(z.string(), z.union([z.string(), z.number()])),
    rows: z.array(ledgerRowSchema),
  }),
])
export type CommandAnswer = z.infer<typeof commandAnswerSchema>

/** What became of an action in a meeting, and where it stands now; `counter` as in the notice of it. */
const liveAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), counter: z.int().min(0), state: liveStateSchema.nullable() }),
  z.object({
    outcome: z.literal('refused'),
    reason: liveRefusalSchema,
    counter: z.int().min(0),
    state: liveStateSchema.nullable(),
  }),
])
export type LiveAnswer = z.infer<typeof liveAnswerSchema>

const minutesCommand = <N extends MinutesCommandName>(name: N) =>
  oc.input(commandSchema.extend({ input: minutesCommandSchemas[name] })).output(commandAnswerSchema)

/** The typed HTTP API (oRPC, mounted under `/api/rpc`). Every answer is JSON; errors carry an ErrorCode. */
export const contract = {
  session: {
    /** `setupOpen`: nobody has set this installation up yet. */
    current: oc.output(z.object({ person: personSchema.nullable(), setupOpen: z.boolean() })),
    signOut: oc.output(z.object({})),
    /** A link for a further device of the person who asks; it replaces every unused one of theirs. */
    newLink: oc.output(newLinkSchema),
  },
  spaces: {
    list: oc.output(z.array(spaceSchema)),
    members: oc.input(z.object({ spaceId: spaceIdSchema })).output(z.array(memberSchema)),
    /** Adds a person and answers with a personal link (path with token in the fragment), shown once. */
    addPerson: oc
      .input(
        z.object({
          spaceId: spaceIdSchema,
          displayName: z.string().trim().min(1).max(120),
          label: z.string().trim().max(120),
          role: roleSchema,
        }),
      )
      .output(z.object({ member: memberSchema, link: z.string() })),
    /** A new link for a member; it replaces every unused one of theirs. */
    newLink: oc.input(z.object({ spaceId: spaceIdSchema, personId: personIdSchema })).output(newLinkSchema),
  },
  documents: {
    list: oc.output(z.array(documentCardSchema)),
    /** Idempotent by `id`: the client's final UUID (ARCHITECTURE 4, Creation). */
    create: oc
      .input(
        z.object({
          id: documentIdSchema,
          kind: kindNameSchema,
          spaceId: spaceIdSchema,
          title: z.string().trim().min(1).max(300),
        }),
      )
      .output(documentInfoSchema),
    open: oc
      .input(z.object({ id: documentIdSchema }))
      .output(z.object({ document: documentInfoSchema, space: spaceSchema, members: z.array(memberSchema) })),
  },
  kits: {
    /**
     * Begins a starter kit, or goes on where a beginning was cut off: the kit, a group record where none is given, and
     * an item of each master. Makes a few documents at a time; ask again, with the same `id`, until `done` is `total`.
     */
    begin: oc
      .input(
        z.object({
          id: documentIdSchema,
          spaceId: spaceIdSchema,
          title: z.string().trim().min(1).max(300),
          groupRecordId: documentIdSchema.nullable(),
        }),
      )
      .output(z.object({ groupRecordId: documentIdSchema, done: z.int().min(0), total: z.int().min(1) })),
  },
  ledger: {
    /** What was decided about a document after the row `after`; `seq` is that of the last row of all. */
    feed: oc
      .input(z.object({ documentId: documentIdSchema, after: z.int().min(0) }))
      .output(z.object({ rows: z.array(ledgerRowSchema), seq: z.int().min(0) })),
  },
  /** Idempotent by `commandId`; a repeated one is answered as it was. */
  minutes: {
    ascertainQuorum: minutesCommand('ascertainQuorum'),
    confirmTally: minutesCommand('confirmTally'),
    freezeWording: minutesCommand('freezeWording'),
    confirmTallyAndFreeze: minutesCommand('confirmTallyAndFreeze'),
    confirmElection: minutesCommand('confirmElection'),
    acceptElection: minutesCommand('acceptElection'),
    closeMeeting: minutesCommand('closeMeeting'),
    sign: minutesCommand('sign'),
    send: minutesCommand('send'),
    raiseObjection: minutesCommand('raiseObjection'),
    settleObjection: minutesCommand('settleObjection'),
    approve: minutesCommand('approve'),
    noteCorrection: minutesCommand('noteCorrection'),
    signCorrection: minutesCommand('signCorrection'),
    supersede: minutesCommand('supersede'),
    decideLate: minutesCommand('decideLate'),
  },
  /** What projections of minutes and group records say, and the duties of programmes. */
  ...registersContract,
  /** The live state of a meeting: held by the server, gone at closing, in no record. */
  live: {
    act: oc
      .input(z.object({ documentId: documentIdSchema, action: liveActionSchema }))
      .output(liveAnswerSchema),
    /**
     * Takes the state of a device that went on alone in the place of the one it went on from (`from`: its counter). A
     * meeting that has gone on meanwhile stays as it is (`goneOn`).
     */
    handOver: oc
      .input(z.object({ documentId: documentIdSchema, from: z.int().min(0), state: liveStateSchema }))
      .output(liveAnswerSchema),
  },
  languageRules: {
    /** What the federation says beyond the rules that come with the program (domain.md 4.5). */
    current: oc.output(z.object({ federation: z.custom<FederationRules>().nullable() })),
  },
}
export type Contract = typeof contract

/** POST /api/sign-in: redeems a personal link and sets the session cookie. Not oRPC: it sets a cookie. */
export const signInInputSchema = z.object({ token: z.string().min(20).max(200) })
/** POST /api/setup: redeems the one-time set-up link, makes federation, first space and first coordinator, signs in. */
export const setupInputSchema = z.object({
  token: z.string().min(20).max(200),
  federation: z.string().trim().min(1).max(200),
  space: z.string().trim().min(1).max(200),
  displayName: z.string().trim().min(1).max(120),
})
export type SetupInput = z.infer<typeof setupInputSchema>
