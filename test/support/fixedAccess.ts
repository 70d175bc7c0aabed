import type { CollabAccess } from '#server/collab/context.ts'
import { authorIdSchema, personIdSchema } from '#shared/ids.ts'

type Answer = NonNullable<Awaited<ReturnType<CollabAccess['toDocument']>>>

/**
 * An access that lets everybody in who says who they are in the cookie `person`, and lets a test decide
 * by person: `set(person, answer)`; null = no access.
 */
export function createFixedAccess() {
  const answers = new Map<string, Partial<Answer> | null>()
  let version = 0
  const access: CollabAccess = {
    get version() {
      return version
    },
    async person(headers) {
      const name = /(?:^|; )person=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1]
      return name === undefined
        ? null
        : { personId: personIdSchema.parse(name), expiresAt: Number.POSITIVE_INFINITY }
    },
    async toDocument(personId) {
      const answer = answers.get(personId)
      if (answer === null) return null
      return {
        kind: 'minutes',
        generation: 1,
        access: 'write',
        author: authorIdSchema.parse(`author-${personId}`),
        displayName: `Name of ${personId}`,
        tone: 3,
        ...answer,
      }
    },
  }
  return {
    access,
    set(person: string, answer: Partial<Answer> | null) {
      answers.set(person, answer)
      version++
    },
    /** Something has changed that may change an answer: everybody is asked again. */
    changed() {
      version++
    },
  }
}
