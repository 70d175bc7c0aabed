import { api, withDocument } from './base.ts'

export const ledgerFeed = api.ledger.feed
  .use(withDocument('read'), input => input.documentId)
  .handler(async ({ context, input: { documentId, after } }) => {
    const rows = await context.services.ledger.rows(documentId)
    const later = rows
      .filter(row => row.seq > after)
      .map(({ seq, commandId, at, by, payload }) => ({ seq, commandId, at, by, payload }))
    return { rows: later, seq: rows.at(-1)?.seq ?? 0 }
  })
