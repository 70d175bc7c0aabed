import { implement, os } from '@orpc/server'
import type { Services } from '#server/http/services.ts'
import { contract } from '#shared/api/contract.ts'
import { AppError } from '#shared/errors.ts'
import type { DocumentId, PersonId, SpaceId } from '#shared/ids.ts'
import type { Action } from '#shared/permissions.ts'

/** `resHeaders` go out with the answer. */
export type RpcContext = {
  readonly headers: Headers
  readonly resHeaders?: Headers
  readonly services: Services
}

/** The contract, to be implemented endpoint by endpoint. */
export const api = implement(contract).$context<RpcContext>()

const base = os.$context<RpcContext>()

/** Access for anybody who can reach the server. Says so openly, so that no endpoint is without a word on access. */
export const anybody = base.middleware(({ next }) => next())

/** Access for whoever is signed in; else `signedOut`. */
export const signedIn = base.middleware(async ({ context, next }) => {
  const person = await context.services.identity.person(context.headers)
  if (person === null) throw new AppError('signedOut')
  return next({ context: { person } })
})

/** Access for members of the space whose role allows the action; else `notFound`. */
export const inSpace = (action: Action) =>
  signedIn.concat(async ({ context, next }, spaceId: SpaceId) => {
    const member = await context.services.access.inSpace(context.person.personId, spaceId, action)
    if (member === null) throw new AppError('notFound')
    return next({ context: { member } })
  })

/** Access for whoever may do the action in every space the other member belongs to; else `notFound`. */
export const overMember = (action: Action) =>
  signedIn.concat(async ({ context, next }, input: { spaceId: SpaceId; personId: PersonId }) => {
    const { personId } = context.person
    const member = await context.services.access.overMember(personId, input.spaceId, input.personId, action)
    if (member === null) throw new AppError('notFound')
    return next({ context: { member } })
  })

/** Access for whoever may do the action with the document; else `notFound`. */
export const withDocument = (action: Action) =>
  signedIn.concat(async ({ context, next }, documentId: DocumentId) => {
    const found = await context.services.access.withDocument(context.person.personId, documentId, action)
    if (found === null) throw new AppError('notFound')
    return next({ context: found })
  })
