import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useContainers } from '#client/document/hooks.ts'
import { type MinutesSession, type OpenResult, openDocument } from '#client/document/session.ts'
import { KeyOverview } from '#client/features/keys/KeyOverview.tsx'
import { Settings } from '#client/features/settings/Settings.tsx'
import { Topline } from '#client/features/sheet/Topline.tsx'
import { useText } from '#client/i18n/i18n.ts'
import { MinutesSheet, useMinutesState, useMinutesTitle } from '#client/kinds/minutes/MinutesSheet.tsx'
import { writeDrafts } from '#client/ui/fields/drafts.ts'
import { documentIdSchema } from '#shared/ids.ts'
import { kinds } from '#shared/kinds/registry.ts'
import { Failed } from './Failed.tsx'
import { NotFound } from './NotFound.tsx'
import { openSheets } from './openSheets.ts'
import { PaperPage, Shell } from './Shell.tsx'
import { SignedOut } from './SignedOut.tsx'
import { useSheetKeys } from './useSheetKeys.ts'
import { useTitle } from './useTitle.ts'

type Opening = OpenResult | { readonly state: 'opening' }

/** A Blatt: opened from the device at once where it lies there, closed when one goes on. */
export function SheetPage({ id }: { readonly id: string }) {
  const t = useText()
  const parsed = documentIdSchema.safeParse(id)
  const [opening, setOpening] = useState<Opening>({ state: 'opening' })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const known = documentIdSchema.safeParse(id)
    if (!known.success) return
    const opened = openDocument(known.data)
    let isHere = true
    void opened.then(result => {
      if (!isHere) return
      if (result.state === 'ready') {
        const { session } = result
        openSheets.set(known.data, { session, project: () => kinds[session.info.kind].project(session.doc) })
      }
      setOpening(result)
    })
    return () => {
      isHere = false
      openSheets.delete(known.data)
      void opened.then(result => {
        if (result.state === 'ready') return result.session.close()
      })
    }
  }, [id, attempt])

  if (!parsed.success) return <NotFound />
  switch (opening.state) {
    case 'opening':
      return (
        <main id="content" tabIndex={-1} aria-busy="true">
          <h1 className="sr">{t('sheet.opening')}</h1>
        </main>
      )
    case 'ready':
      return <OpenSheet session={opening.session} />
    case 'notFound':
      return <NotFound />
    case 'signedOut':
      return <SignedOut setupOpen={false} />
    case 'failed':
      return <Failed error={opening.error} again={() => setAttempt(attempt + 1)} />
    case 'notOnDevice':
      return (
        <Shell>
          <PaperPage title={t('notOnDevice.title')}>
            <p>{t('notOnDevice.text')}</p>
            <p className="dos">
              <button type="button" className="do main" onClick={() => setAttempt(attempt + 1)}>
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

function OpenSheet({ session }: { readonly session: MinutesSession }) {
  useContainers(session.handle)
  const title = useMinutesTitle(session)
  const state = useMinutesState(session)
  const [keys, setKeys] = useState(false)
  useTitle(title)
  useSheetKeys(session, () => setKeys(true))
  // What is typed in a field when one goes on is written before the sheet is closed.
  useEffect(() => writeDrafts, [])
  return (
    <>
      <Topline
        session={session}
        title={title}
        state={state}
        settings={<Settings onKeys={() => setKeys(true)} />}
      />
      <MinutesSheet session={session} />
      {keys ? <KeyOverview onClose={() => setKeys(false)} /> : null}
    </>
  )
}
