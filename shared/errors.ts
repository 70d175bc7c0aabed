import { z } from 'zod'

/**
 * The closed list of error codes (STYLE 18). People read the text of the message catalogue
 * (`errors.<code>`), machines read the code and the fields. „Absent“ and „forbidden“ share `notFound`.
 */
export const errorCodeSchema = z.enum([
  'signedOut',
  'notFound',
  'linkInvalid',
  'setupDone',
  'badInput',
  'tooMany',
  'clientTooOld',
  'generationChanged',
  'setAside',
  'readOnly',
  'unavailable',
  'storageFull',
  'storageUnavailable',
  'originRefused',
])
export type ErrorCode = z.infer<typeof errorCodeSchema>

/** An error that people may see. `fields` names what is wrong, never content or names of people. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: Readonly<Record<string, string | number>>
  constructor(code: ErrorCode, options: { fields?: Record<string, string | number>; cause?: unknown } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.fields = options.fields ?? {}
  }
}
