import { documentIdSchema } from '#shared/ids.ts'
import { protocolVersion } from '#shared/wire/handshake.ts'
import { openSheets } from './openSheets.ts'

const sheetOf = (documentId: string) => {
  const sheet = openSheets.get(documentIdSchema.parse(documentId))
  if (!sheet) throw new Error('This sheet is not open in this tab')
  return sheet
}

/** What support and the browser tests may look at: the person's own sheets, as far as this tab has them open. It changes nothing. */
const diagnostics = {
  version: protocolVersion,
  /** the plain value of an open sheet, with its issues */
  project(documentId: string) {
    const { kind, doc } = sheetOf(documentId)
    return kind.project(doc)
  },
  /** what was decided about it, as far as this device knows */
  rows: (documentId: string) => sheetOf(documentId).rows.get(),
  /** what the badge says, for machines */
  state(documentId: string) {
    const { save, connection } = sheetOf(documentId)
    return { save: save.get(), connection: connection.get() }
  },
} as const

declare global {
  var mitschrift: typeof diagnostics
}

export function installDiagnostics(): void {
  globalThis.mitschrift = diagnostics
}
