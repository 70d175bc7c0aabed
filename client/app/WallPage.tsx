import { Suspense } from 'react'
import { isMinutes } from '#client/kinds/minutes/isMinutes.ts'
import { part } from '#client/lib/part.ts'
import { NotFound } from './NotFound.tsx'
import { OpenedPage } from './OpenedPage.tsx'

const Wall = part(async () => (await import('#client/kinds/minutes/wall/Wall.tsx')).Wall)

/** The Wand of a meeting: what a projector shows. */
export function WallPage({ id }: { readonly id: string }) {
  return (
    <OpenedPage id={id}>
      {({ session, count }) =>
        isMinutes(session) ? (
          <Suspense fallback={<main id="content" tabIndex={-1} aria-busy="true" />}>
            <Wall key={count} session={session} />
          </Suspense>
        ) : (
          <NotFound />
        )
      }
    </OpenedPage>
  )
}
