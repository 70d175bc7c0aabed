import type { AnySession } from '#client/document/session.ts'
import type { DocumentId } from '#shared/ids.ts'

/** The sheets that this tab shows now; diagnostics read here, the page that opens one writes here. */
export const openSheets = new Map<DocumentId, AnySession>()
