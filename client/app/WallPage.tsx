import { lazy, Suspense, useEffect } from 'react'
import { Link } from 'wouter'
import type { AnySession } from '#client/document/session.ts'
import { useText } from '#client/i18n/i18n.ts'
import type { MinutesSession } from '#client/kinds/minutes/useMinutes.ts'
import { roomStands } from '#client/lib/firstRoom.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { Failed } from './Failed.tsx'
import { NotFound } from './NotFound.tsx'
import { PaperPage, Shell } from './Shell.tsx'
import { SignedOut } from './SignedOut.tsx'
import { useOpening } from './useOpening.ts'

const Wall = lazy(async () => ({ default: (await import('#client/kinds/minutes/wall/Wall.tsx')).Wall }))

/** The Wand of a meeting: what a projector shows. */
export function WallPage({ id }: { readonly id: string }) {
  const parsed = documentIdSchema.safeParse(id)
  return parsed.success ? <KnownWall id={parsed.data} /> : <NotFound />
}

function KnownWall({ id }: { readonly id: DocumentId }) {
  const t = useText()
  const { opening, again } = useOpening(id)
  useEffect(() => {
    if (opening.state !== 'opening') roomStands()
  }, [opening.state])
  switch (opening.state) {
    case 'opening':
      return (
        <main id="content" tabIndex={-1} aria-busy="true">
          <h1 className="sr">{t('sheet.opening')}</h1>
        </main>
      )
    case 'ready':
      return isMinutes(opening.session) ? (
        <Suspense fallback={<main id="content" tabIndex={-1} aria-busy="true" />}>
          <Wall key={opening.count} session={opening.session} />
        </Suspense>
      ) : (
        <NotFound />
      )
    case 'notFound':
      return <NotFound />
    case 'signedOut':
      return <SignedOut setupOpen={false} />
    case 'failed':
      return <Failed error={opening.error} again={again} />
    case 'notOnDevice':
      return (
        <Shell>
          <PaperPage title={t('notOnDevice.title')}>
            <p>{t('notOnDevice.text')}</p>
            <p className="dos">
              <button type="button" className="do main" onClick={again}>
                {t('failed.again')}
              </button>
              <Link href="/" className="do">
                {t('shell.toDesk')}
              </Link>
            </p>
          </PaperPage>
        </Shell>
      )
  }
}

/** Only minutes have a meeting; the kind says which handle a session has. */
const isMinutes = (session: AnySession): session is AnySession & MinutesSession =>
  session.info.kind === 'minutes'
