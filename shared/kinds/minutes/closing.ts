import { canonicalJson } from '#shared/ledger/canonical.ts'
import { endOpenIntervals } from '#shared/rules/attendance.ts'
import type { MinutesRecord } from './record.ts'
import type { MinutesDraft } from './schema.ts'

/** The draft as closing leaves it: the end, and every open interval ended there. */
export function closedDraft(value: MinutesDraft, end: string): MinutesDraft {
  const ended = new Map(endOpenIntervals(value.attendance, end).map(row => [row.id, row.intervals]))
  return {
    ...value,
    header: { ...value.header, end },
    attendance: value.attendance.map(row => {
      const intervals = ended.get(row.id)
      return intervals ? { ...row, intervals } : row
    }),
  }
}

/**
 * The text that is signed: the closed draft, and what was decided with its register numbers. Late contributions are no
 * part of it: they come afterwards, and are decided on one by one. `schemaVersion`: of the draft. The fields of form 1
 * are these for ever: what a record says beyond them in a later version is not signed by it.
 */
export function signedText(value: MinutesDraft, record: MinutesRecord, schemaVersion: number): string {
  const { lateContributions: _, ...draft } = value
  return canonicalJson({
    form: 1,
    schemaVersion,
    draft,
    decisions: record.decisions.map(
      ({ decisionId, on, at, rule, votes, objections, eligiblePresent, result, register }) => ({
        decisionId,
        on,
        at,
        rule,
        votes,
        objections,
        eligiblePresent,
        result,
        register,
      }),
    ),
    elections: record.elections.map(
      ({ electionId, round, at, rule, candidates, eligiblePresent, elected, accepted, register }) => ({
        electionId,
        round,
        at,
        rule,
        candidates,
        eligiblePresent,
        elected,
        accepted,
        register,
      }),
    ),
    quorum: record.quorum.map(({ on, at, by, eligible, present, result }) => ({
      on,
      at,
      by,
      eligible,
      present,
      result,
    })),
    frozen: record.frozen.map(({ decisionId, at, wording }) => ({ decisionId, at, wording })),
  })
}

/**
 * What stands before the digits of the register numbers of these minutes: „2026-01/“ of RT-OL 2026-01, „G-“ for a
 * founding meeting (scenarios.md c.7); `null` without a number: the server gives one of the year.
 */
export function registerSeries({ number, meetingKind }: MinutesDraft['header']): string | null {
  if (meetingKind === 'gruendungstreffen') return 'G-'
  const trimmed = number.trim()
  if (trimmed === '') return null
  const running = /\d{4}[-/]\d+$/.exec(trimmed)?.[0]
  return `${running ?? trimmed}/`
}

export const registerNumber = (series: string, place: number): string =>
  `${series}${String(place).padStart(2, '0')}`
