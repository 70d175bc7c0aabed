import * as Y from 'yjs'
import { z } from 'zod'
import { readFixture } from '#server/demo/files.ts'
import { fillMinutes, type MinutesContent } from '#shared/kinds/minutes/fill.ts'
import { type MinutesRecord, minutesRecordSchema } from '#shared/kinds/minutes/record.ts'
import { type MinutesDraft, minutes, votesSchema } from '#shared/kinds/minutes/schema.ts'

/** Minutes with this content, written through the handle, as anybody projects them. */
export function minutesDraft(content: MinutesContent): MinutesDraft {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  fillMinutes(minutes.open(doc), content)
  const { value, issues } = minutes.project(doc)
  if (issues.length > 0) throw new Error(JSON.stringify(issues))
  return value
}

const ledgerSchema = z.object({
  records: z.array(
    z.looseObject({
      kind: z.string(),
      at: z.string(),
      by: z.string(),
      decision: z.string().optional(),
      votes: votesSchema.optional(),
      E: z.int().optional(),
      wording: z.string().optional(),
      registers: z.array(z.object({ register: z.string(), decision: z.string() })).optional(),
    }),
  ),
})

/** The rows of fixture `a.ledger` as the record side of A1. */
export function a1Record(): MinutesRecord {
  const { records } = ledgerSchema.parse(readFixture('a.ledger'))
  const of = (kind: string) => records.filter(row => row.kind === kind)
  const registers = new Map(
    of('meetingClosed').flatMap(row => (row.registers ?? []).map(own => [own.decision, own.register])),
  )
  return minutesRecordSchema.parse({
    state: 'geschlossen',
    decisions: of('tallyConfirmed').map(row => ({
      ...row,
      decisionId: row.decision,
      eligiblePresent: row.E,
      register: registers.get(row.decision ?? ''),
    })),
    quorum: of('quorumAscertained'),
    frozen: of('wordingFrozen').map(row => ({ ...row, decisionId: row.decision })),
  })
}

const foundingSchema = z.object({
  decisions: z.array(
    z.looseObject({
      register: z.string(),
      subject: z.string(),
      candidate: z.string().optional(),
      votes: votesSchema,
      eligiblePresent: z.int(),
      result: z.string(),
      accepted: z.boolean().optional(),
    }),
  ),
})
/** The printed minutes name no times of the votes: everybody was there from beginning to end. */
const votedAt = '18:15'

/** The votes of fixture `c.founding` as the record side of C3. */
export function c3Record(): MinutesRecord {
  const { decisions } = foundingSchema.parse(readFixture('c.founding'))
  const rows = decisions.map(row => ({ ...row, at: votedAt }))
  return minutesRecordSchema.parse({
    state: 'geschlossen',
    decisions: rows
      .filter(({ candidate }) => candidate === undefined)
      .map(row => ({ ...row, decisionId: `d${Number(row.register.slice(2))}` })),
    elections: rows
      .filter(({ candidate }) => candidate !== undefined)
      .map(row => ({
        ...row,
        electionId: 'w4',
        candidates: [{ candidateId: 'k1', votes: row.votes }],
        elected: row.result === 'gewaehlt' ? ['k1'] : [],
        accepted: { k1: row.accepted === true },
      })),
  })
}
