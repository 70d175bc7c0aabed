import type { Refusal } from '#shared/wire/handshake.ts'

/**
 * Ends what a client asked for. Hocuspocus hands `reason` to the client when a room stays closed; the
 * empty message keeps its console quiet, because what is to be known about it stands in our own log.
 */
export class Refused extends Error {
  readonly reason: Refusal
  constructor(reason: Refusal, options?: ErrorOptions) {
    super('', options)
    this.name = 'Refused'
    this.reason = reason
  }
}
