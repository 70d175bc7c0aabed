import { z } from 'zod'
import type { Edit } from '#test/support/randomEdits.ts'

/** A place given as a fraction of what is there, so that any subset of the operations still runs. */
const fraction = z.number().min(0).max(1)
const ms = z.int().min(0)
const direction = z.enum(['up', 'down'])

/** The generator of `randomEdits.ts` and its `makeEdit` agree on the form; here it is only carried. */
const edit = z.custom<Edit>(value => typeof value === 'object' && value !== null && 'do' in value)

/** What a client sends that no honest one does; each is made for the moment in which it is sent. */
export const hostileSchema = z.enum([
  'hugeStruct',
  'cutShort',
  'foreignClient',
  'nested',
  'forbiddenKey',
  'emptyStruct',
  'gap',
  'farClock',
  'skip',
  'unknownReference',
  'unknownDeletion',
  'replay',
  'unknownRoot',
])
export type Hostile = z.infer<typeof hostileSchema>

/** One thing that happens to the simulated world; `after` is how long nothing else is done afterwards. */
export const operationSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('edit'), after: ms, client: fraction, edit }),
  z.object({ do: z.literal('serverEdit'), after: ms, edit }),
  z.object({ do: z.literal('wait'), after: ms }),
  // clients and devices
  z.object({ do: z.literal('offline'), after: ms, client: fraction, forMs: ms }),
  z.object({ do: z.literal('reload'), after: ms, client: fraction }),
  z.object({ do: z.literal('crash'), after: ms, client: fraction, kind: z.enum(['tabKilled', 'powerCut']) }),
  z.object({ do: z.literal('hostile'), after: ms, client: fraction, hostile: hostileSchema }),
  // the network
  z.object({ do: z.literal('cut'), after: ms, client: fraction }),
  z.object({ do: z.literal('halfOpen'), after: ms, client: fraction }),
  z.object({ do: z.literal('hold'), after: ms, client: fraction, direction, forMs: ms }),
  z.object({
    do: z.literal('mangle'),
    after: ms,
    client: fraction,
    direction,
    how: z.enum(['duplicate', 'reorder', 'drop']),
    frames: z.int().min(1).max(10),
  }),
  // the server and its disk
  z.object({
    do: z.literal('kill'),
    after: ms,
    /** a number: after the next commit, when so many frames more have left */
    point: z.union([z.enum(['now', 'beforeCommit', 'afterCommit']), z.int().min(0).max(20)]),
    downMs: ms,
  }),
  z.object({ do: z.literal('disk'), after: ms, state: z.enum(['full', 'down', 'slow']), forMs: ms }),
  z.object({ do: z.literal('compact'), after: ms }),
  z.object({ do: z.literal('damage'), after: ms, row: fraction, forMs: ms }),
  z.object({ do: z.literal('setBack'), after: ms, share: fraction, downMs: ms }),
  z.object({ do: z.literal('skew'), after: ms, byMs: z.int() }),
  // people
  z.object({ do: z.literal('standing'), after: ms, person: fraction, to: z.enum(['write', 'read', 'none']) }),
])
export type Operation = z.infer<typeof operationSchema>

/** A whole run: everything else follows from the seed. */
export const caseSchema = z.object({
  seed: z.int(),
  replicas: z.int().min(1).max(8),
  operations: z.array(operationSchema),
})
export type Case = z.infer<typeof caseSchema>
