import type { DocumentId } from '#shared/ids.ts'
import type { LedgerRow } from '#shared/ledger/row.ts'
import type { DeviceDatabase } from './deviceDatabase.ts'

/** What was decided about documents, as far as this device knows. The server has all of it. */
export interface LedgerStore {
  /** In their order, from the first one on without a gap. */
  rows(document: DocumentId): Promise<readonly LedgerRow[]>
  keepRows(document: DocumentId, rows: readonly LedgerRow[]): Promise<void>
  /** The rows of a document are these and no others: the server has other ones than the device. */
  replaceRows(document: DocumentId, rows: readonly LedgerRow[]): Promise<void>
}

export const ledgerStore = (database: DeviceDatabase): LedgerStore => ({
  async rows(document) {
    const kept = await database.read(['ledger'], ({ store }) => store.index('document').getAll(document))
    const rows = kept.map(({ row }) => row).toSorted((left, right) => left.seq - right.seq)
    const gap = rows.findIndex((row, index) => row.seq !== index + 1)
    return gap < 0 ? rows : rows.slice(0, gap)
  },

  keepRows(document, rows) {
    return database.write(['ledger'], 'relaxed', async ({ store }) => {
      await Promise.all(rows.map(row => store.put({ document, seq: row.seq, row })))
    })
  },

  replaceRows(document, rows) {
    return database.write(['ledger'], 'relaxed', async ({ store }) => {
      const keys = await store.index('document').getAllKeys(document)
      await Promise.all(keys.map(key => store.delete(key)))
      await Promise.all(rows.map(row => store.put({ document, seq: row.seq, row })))
    })
  },
})
