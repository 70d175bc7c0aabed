import type { CollabAccess } from '#server/collab/context.ts'
import {
  type AuthorId,
  authorIdSchema,
  type DocumentId,
  type Generation,
  personIdSchema,
} from '#shared/ids.ts'
import type { SeededRandom } from '#test/support/seededRandom.ts'
import type { VirtualTime } from './virtualTime.ts'

export type Standing = 'write' | 'read' | 'none'

// How long the server thinks about a permission.
const longestAnswerMs = 2

export const authorOf = (person: number): AuthorId => authorIdSchema.parse(`author-${person}`)
export const headersOf = (person: number): Headers => new Headers({ cookie: `person=${person}` })

/** Who may do what in the simulation; an answer takes a moment, and holds for the moment in which it is given. */
export class People {
  readonly #standings = new Map<number, Standing>()
  readonly #time: VirtualTime
  readonly #random: SeededRandom
  #version = 0

  constructor(time: VirtualTime, random: SeededRandom) {
    this.#time = time
    this.#random = random
  }

  standing(person: number): Standing {
    return this.#standings.get(person) ?? 'write'
  }

  set(person: number, standing: Standing): void {
    this.#standings.set(person, standing)
    this.#version++
  }

  /** Something else that could change an answer has changed. */
  changed(): void {
    this.#version++
  }

  /** What one life of the server asks. */
  access(generationOf: (documentId: DocumentId) => Generation, isAlive: () => boolean): CollabAccess {
    const answer = <T>(look: () => T): Promise<T> =>
      new Promise(resolve => {
        this.#time.after(this.#random.between(0, longestAnswerMs), () => {
          if (isAlive()) resolve(look())
        })
      })
    const version = () => this.#version
    return {
      get version() {
        return version()
      },
      person: async headers => {
        const person = /person=(\d+)/.exec(headers.get('cookie') ?? '')?.[1]
        if (person === undefined) return null
        return { personId: personIdSchema.parse(person), expiresAt: Number.POSITIVE_INFINITY }
      },
      toDocument: (personId, documentId) =>
        answer(() => {
          const person = Number(personId)
          const standing = this.standing(person)
          if (standing === 'none') return null
          return {
            kind: 'minutes',
            generation: generationOf(documentId),
            access: standing,
            author: authorOf(person),
            displayName: `Person ${person}`,
            tone: (person % 8) + 1,
          }
        }),
    }
  }
}
