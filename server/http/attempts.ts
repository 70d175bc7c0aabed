import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '#shared/errors.ts'

/**
 * Failed attempts per network and minute. Only failures count, so that a whole meeting can sign in behind
 * one address. Links hold 256 bit: this bounds work, not guessing.
 */
const failuresPerNetwork = 20
/** Attempts of everybody per minute: each costs a transaction of the journal's database. */
const attemptsPerMinute = 600

/** Limits how often somebody tries a token. */
export interface Attempts {
  /** Runs the attempt; throws `tooMany` instead when there were too many. A thrown error counts as failed. */
  try<T>(network: string, attempt: () => Promise<T>): Promise<T>
}

export function createAttempts(): Attempts {
  const failures = new RateLimiterMemory({ points: failuresPerNetwork, duration: 60 })
  const all = new RateLimiterMemory({ points: attemptsPerMinute, duration: 60 })
  return {
    async try(network, attempt) {
      const failed = await failures.get(network)
      if (failed !== null && failed.consumedPoints >= failuresPerNetwork) throw tooMany(failed)
      await consume(all, 'all')
      try {
        return await attempt()
      } catch (error) {
        await consume(failures, network)
        throw error
      }
    },
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMany(error) : error
  }
}

const tooMany = (state: RateLimiterRes): AppError =>
  new AppError('tooMany', { fields: { seconds: Math.ceil(state.msBeforeNext / 1000) } })
