import type { AnySession } from '#client/document/session.ts'
import { useStore } from '#client/lib/store.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import { recordOf } from '#shared/kinds/minutes/recordOf.ts'
import type { LedgerRow } from '#shared/ledger/row.ts'
import { useMinutes } from './useMinutes.ts'

const records = new WeakMap<readonly LedgerRow[], MinutesRecord>()

/** The record side of minutes, made once of the same rows, however many look at it. */
export function recordOfRows(rows: readonly LedgerRow[]): MinutesRecord {
  const known = records.get(rows)
  if (known) return known
  const record = recordOf(rows)
  records.set(rows, record)
  return record
}

export const recordIn = (session: Pick<AnySession, 'rows'>): MinutesRecord => recordOfRows(session.rows.get())

/** What has been decided about minutes; renders again with each new row. */
export function useRecordOf(session: Pick<AnySession, 'rows'>): MinutesRecord {
  useStore(session.rows)
  return recordIn(session)
}

export const useRecord = (): MinutesRecord => useRecordOf(useMinutes().session)
