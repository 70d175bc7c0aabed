import type { MinutesSession } from '#client/document/session.ts'
import type { Projection } from '#shared/document/defineKind.ts'
import type { DocumentId } from '#shared/ids.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'

export type OpenSheet = { readonly session: MinutesSession; readonly project: () => Projection<MinutesDraft> }

/** The sheets that this tab shows now; diagnostics read here, the page that opens one writes here. */
export const openSheets = new Map<DocumentId, OpenSheet>()
