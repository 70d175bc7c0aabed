import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { useText } from '#client/i18n/i18n.ts'
import { roomStands } from '#client/lib/firstRoom.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { Failed } from './Failed.tsx'
import { NotFound } from './NotFound.tsx'
import { SetAside } from './SetAside.tsx'
import { PaperPage, Shell } from './Shell.tsx'
import { SignedOut } from './SignedOut.tsx'
import { type Opening, useOpening } from './useOpening.ts'

export type Ready = Extract<Opening, { state: 'ready' }>

type Props<I> = {
  readonly id: I
  /** the page, once the document is there; another session is another document, although it looks the same */
  readonly children: (opening: Ready) => ReactNode
}

/** A document that is opened for as long as its page is shown, from the device at once where it lies there. */
export function OpenedPage({ id, children }: Props<string>) {
  const parsed = documentIdSchema.safeParse(id)
  return parsed.success ? <Known id={parsed.data}>{children}</Known> : <NotFound />
}

function Known({ id, children }: Props<DocumentId>) {
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
      return children(opening)
    case 'notFound':
      return <NotFound />
    case 'signedOut':
      return <SignedOut setupOpen={false} />
    case 'failed':
      return (
        <>
          <SetAside document={id} session={null} />
          <Failed error={opening.error} again={again} />
        </>
      )
    case 'notOnDevice':
      return (
        <Shell>
          <SetAside document={id} session={null} />
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
