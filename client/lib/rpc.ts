import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { z } from 'zod'
import type { Contract } from '#shared/api/contract.ts'
import { AppError, errorCodeSchema } from '#shared/errors.ts'

const link = new RPCLink({
  url: () => `${location.origin}/api/rpc`,
  fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
})

/** The typed HTTP API. Throws what the network or the server says: `asAppError` reads it. */
export const rpc: ContractRouterClient<Contract> = createORPCClient(link)

/** One endpoint by its path, where data name it. The answer is to be parsed. Throws as `rpc` does. */
export const callByPath = (path: readonly string[], input: unknown, signal: AbortSignal): Promise<unknown> =>
  link.call(path, input, { context: {}, signal })

const answeredSchema = z.object({
  code: errorCodeSchema,
  fields: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/**
 * The error of a failed call as one of our codes. What never reached the server, or what the server
 * could not answer properly, is `unavailable`.
 */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof ORPCError) {
    for (const candidate of [error.data, error]) {
      const answered = answeredSchema.safeParse(candidate)
      if (answered.success)
        return new AppError(answered.data.code, { fields: answered.data.fields ?? {}, cause: error })
    }
  }
  return new AppError('unavailable', { cause: error })
}
