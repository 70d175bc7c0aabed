import { useEffect } from 'react'
import { projectionOf } from '#client/document/hooks.ts'
import type { AnySession, DocumentSession } from '#client/document/session.ts'
import { useStore, type Writable, writable } from '#client/lib/store.ts'
import { keepOpen } from '#client/sheet/keepOpen.ts'
import { documentIdSchema } from '#shared/ids.ts'
import type { kitItemDraftSchema, Review } from '#shared/kinds/kitItem/schema.ts'
import type { KitEntry } from '#shared/kinds/starterKit/schema.ts'

/** What items say of their check, by the entry's id; an item that cannot be read here now is not among them. */
export type Reviews = ReadonlyMap<string, Review | null>

/** So many items are asked at the most: a kit has 32, of which five have to be checked (domain.md 5.2). */
const most = 32

type ItemSession = DocumentSession<typeof kitItemDraftSchema>
const isItem = (session: AnySession): session is ItemSession => session.info.kind === 'kitItem'

const none: Reviews = new Map()
const known = new WeakMap<AnySession, Writable<Reviews>>()

/**
 * Who has checked the items that need it: read from the sheets themselves, live, so that what is written there once
 * holds here, too.
 */
export function useReviews(kit: AnySession, items: readonly KitEntry[]): Reviews {
  const reviews = known.get(kit) ?? writable(none)
  known.set(kit, reviews)
  const asked = JSON.stringify(
    items
      .filter(({ review, documentKind }) => review !== null && documentKind === 'kitItem')
      .slice(0, most)
      .map(({ id, documentId }) => [id, documentId]),
  )
  useEffect(() => {
    const leaving = new AbortController()
    const pairs: [string, string | null][] = JSON.parse(asked)
    for (const [entry, documentId] of pairs) {
      const id = documentIdSchema.safeParse(documentId)
      if (id.success)
        void keepOpen(id.data, isItem, leaving.signal, session =>
          session
            ? follow(session, review => reviews.set(withEntry(reviews.get(), entry, review)))
            : () => {},
        )
    }
    return () => leaving.abort()
  }, [asked, reviews])
  return useStore(reviews)
}

/** Tells what the sheet says, now and after each change; `undefined` when it is no longer followed. */
function follow(session: ItemSession, tell: (review: Review | null | undefined) => void): () => void {
  const projection = projectionOf(session)
  const renew = () => tell(projection.get().value.header.review)
  renew()
  const stop = projection.subscribe(renew)
  return () => {
    stop()
    tell(undefined)
  }
}

function withEntry(reviews: Reviews, entry: string, review: Review | null | undefined): Reviews {
  if (JSON.stringify(reviews.get(entry)) === JSON.stringify(review)) return reviews
  const next = new Map(reviews)
  if (review === undefined) next.delete(entry)
  else next.set(entry, review)
  return next
}
