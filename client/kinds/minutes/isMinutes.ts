import type { AnySession } from '#client/document/session.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import type { MinutesSession } from './useMinutes.ts'

/** The kind of a document says which schema it has. */
export const isMinutes = (session: AnySession): session is MinutesSession =>
  session.info.kind === minutes.name
