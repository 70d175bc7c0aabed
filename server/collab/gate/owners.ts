import type { AuthorId } from '#shared/ids.ts'

/** Whose the client ids of a document are: of the author whose row first held them; `null` is the server. */
export class Owners {
  readonly #owners = new Map<number, AuthorId | null>()
  /** ids of which the journal says that they are nobody's */
  readonly #free = new Set<number>()
  /** per row that is not known to be in the journal: the ids that became somebody's by it */
  #claims: (readonly number[])[] = []

  /** `undefined`: nobody's as far as is known here. */
  of(client: number): AuthorId | null | undefined {
    return this.#owners.get(client)
  }

  /** Whether an id without an owner here was asked for, and is nobody's. */
  isFree(client: number): boolean {
    return this.#free.has(client)
  }

  learn(owners: ReadonlyMap<number, AuthorId | null>, asked: readonly number[]): void {
    for (const [client, owner] of owners) this.#owners.set(client, owner)
    for (const client of asked) if (!owners.has(client)) this.#free.add(client)
  }

  /** The claims of one row, none as well. */
  claim(clients: readonly number[], author: AuthorId | null): void {
    for (const client of clients) this.#owners.set(client, author)
    this.#claims.push(clients)
  }

  /** The first `count` rows are in the journal. */
  settle(count: number): void {
    this.#claims = this.#claims.slice(count)
  }

  /** The rows that are not settled never came to be. */
  forgetClaims(): void {
    for (const client of this.#claims.flat()) this.#owners.delete(client)
    this.#claims = []
  }
}
