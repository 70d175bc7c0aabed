import { z } from 'zod'
import { personIdSchema, thingIdSchema } from '#shared/ids.ts'

/** Moments are ms since 1970 by the server's clock. */
const moment = z.int().min(0)
/** Somebody of the attendance list: a person, or a guest's own id. */
const somebody = z.union([personIdSchema, thingIdSchema]).transform(id => id as string)
const thing = thingIdSchema.transform(id => id as string)

/** More minutes than a day has nobody plans. */
const minutesSchema = z.int().min(0).max(1_440)

/** Why somebody wants to speak (domain.md 2.2, Redeliste). */
export const speechKindSchema = z.enum(['wortmeldung', 'direkt', 'geschaeftsordnung'])
export type SpeechKind = z.infer<typeof speechKindSchema>

/** Who comes next: by time, those first who have not spoken on the item, room and remote in turn (domain.md 2.2). */
export const speakerModeSchema = z.enum(['zeit', 'erstmals', 'abwechselnd'])
export type SpeakerMode = z.infer<typeof speakerModeSchema>

const wordSchema = z.object({ person: somebody, kind: speechKindSchema, requestedAt: moment })
const speechSchema = wordSchema.extend({
  /** since when it runs; `null` during a break */
  since: moment.nullable(),
  /** what ran before a break */
  spentMs: moment,
})

/** What an item has taken: what ran before `current.since`, minutes beyond the plan, whether it is done. */
const spentSchema = z.object({ spentMs: moment, extraMinutes: minutesSchema, done: z.boolean() })

/**
 * Where a meeting stands (ARCHITECTURE 4: values held by the server, gone at closing; no CRDT, in no record).
 * A client derives every running time from the moments; nothing ticks on the wire. More than a list holds here no
 * meeting has: what comes from a device is bounded by it.
 */
export const liveStateSchema = z.object({
  startedAt: moment,
  /** when it was changed last */
  changedAt: moment,
  /** the item that is on; `since`: since when its clock runs, `null` during a break */
  current: z.object({ item: thing, enteredAt: moment, since: moment.nullable() }).nullable(),
  items: z.record(thing, spentSchema).refine(items => Object.keys(items).length <= 500),
  pausedSince: moment.nullable(),
  speakers: z.object({
    mode: speakerModeSchema,
    speaking: speechSchema.nullable(),
    /** in the order in which they asked; everybody once */
    waiting: z.array(wordSchema).max(500),
    /** who has spoken on the current item */
    spoken: z.array(somebody).max(500),
    /** from where the last one spoke */
    lastSide: z.enum(['raum', 'fern']).nullable(),
  }),
  /** the motion on the wall; `null`: the item's title */
  shown: thing.nullable(),
})
export type LiveState = z.infer<typeof liveStateSchema>
export type LiveWord = LiveState['speakers']['waiting'][number]

/** What can be done in a meeting. Each says what should be, so that the same twice is done once. */
export const liveActionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), item: thing.nullable() }),
  z.object({ type: z.literal('goTo'), item: thing }),
  /** `next`: the item that is on afterwards */
  z.object({ type: z.literal('finish'), item: thing, next: thing.nullable() }),
  z.object({ type: z.literal('pause') }),
  z.object({ type: z.literal('resume') }),
  /** minutes beyond the plan, all in all */
  z.object({ type: z.literal('extraMinutes'), item: thing, minutes: minutesSchema }),
  /** `person`: `null` for oneself; whoever keeps the list enters others, too */
  z.object({ type: z.literal('ask'), kind: speechKindSchema, person: somebody.nullable() }),
  z.object({ type: z.literal('takeBack') }),
  /** gives the word to somebody who waits; `null`: the one who speaks is done */
  z.object({ type: z.literal('speak'), person: somebody.nullable() }),
  z.object({ type: z.literal('strike'), person: somebody }),
  z.object({ type: z.literal('mode'), mode: speakerModeSchema }),
  z.object({ type: z.literal('show'), decision: thing.nullable() }),
])
export type LiveAction = z.infer<typeof liveActionSchema>

/** Why an action was not done: a closed list; people read `refused.<reason>` of the meeting's words. */
export const liveRefusalSchema = z.enum([
  'notAllowed',
  'notStarted',
  'unknownItem',
  'unknownMotion',
  'unknownPerson',
  'notWaiting',
  'listFull',
  'closed',
  'goneOn',
])
export type LiveRefusal = z.infer<typeof liveRefusalSchema>
