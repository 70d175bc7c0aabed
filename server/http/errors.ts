import { ORPCError } from '@orpc/server'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AppError, type ErrorCode } from '#shared/errors.ts'

/** The status of each code. „Absent“ and „forbidden“ are one code, so one status. */
const statuses: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  signedOut: 401,
  notFound: 404,
  linkInvalid: 400,
  setupDone: 409,
  badInput: 400,
  tooMany: 429,
  clientTooOld: 426,
  generationChanged: 409,
  setAside: 409,
  readOnly: 403,
  unavailable: 503,
  storageFull: 507,
  storageUnavailable: 507,
  originRefused: 403,
}

export const statusOf = (code: ErrorCode): ContentfulStatusCode => statuses[code]

/** The body of a refused request: the client has the texts. */
export const bodyOf = (error: AppError) => ({ code: error.code, fields: error.fields })

/**
 * Any error as one that may leave the house: a known one with its code and fields, whatever else without
 * a word about its cause.
 */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  // what oRPC itself refuses: an unknown procedure, input that does not parse
  if (error instanceof ORPCError && error.status === 404) return new AppError('notFound', { cause: error })
  if (error instanceof ORPCError && error.status < 500) return new AppError('badInput', { cause: error })
  return new AppError('unavailable', { cause: error })
}

export const asOrpcError = (error: AppError): ORPCError<string, unknown> =>
  new ORPCError(error.code, {
    status: statusOf(error.code),
    message: error.code,
    data: bodyOf(error),
    cause: error,
  })
