import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { projectionOf, useContainers } from '#client/document/hooks.ts'
import type { AnySession } from '#client/document/session.ts'
import { BackToKit } from '#client/features/kit/BackToKit.tsx'
import { Settings } from '#client/features/settings/Settings.tsx'
import { ReadOnlyNotice } from '#client/features/sheet/ReadOnlyNotice.tsx'
import { Topline } from '#client/features/sheet/Topline.tsx'
import { useText } from '#client/i18n/i18n.ts'
import { roomStands } from '#client/lib/firstRoom.ts'
import { useStore } from '#client/lib/store.ts'
import { GroupFactsProvider } from '#client/sheet/GroupFactsProvider.tsx'
import type { AnyView } from '#client/sheet/kindView.ts'
import { writeDrafts } from '#client/ui/fields/drafts.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { Failed } from './Failed.tsx'
import { loadWhenIdle } from './loadWhenIdle.ts'
import { markSheet } from './markSheet.ts'
import { NotFound } from './NotFound.tsx'
import { SetAside } from './SetAside.tsx'
import { PaperPage, Shell } from './Shell.tsx'
import { SignedOut } from './SignedOut.tsx'
import { sheetActions } from './sheetActions.ts'
import { useAnchor } from './useAnchor.ts'
import { useOpening } from './useOpening.ts'
import { useSheetKeys } from './useSheetKeys.ts'
import { useTitle } from './useTitle.ts'

/** A Blatt: opened from the device at once where it lies there, closed when one goes on. */
export function SheetPage({ id }: { readonly id: string }) {
  const parsed = documentIdSchema.safeParse(id)
  return parsed.success ? <KnownSheet id={parsed.data} /> : <NotFound />
}

function KnownSheet({ id }: { readonly id: DocumentId }) {
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
      // another session is another document, although it looks the same: every part takes hold of it anew
      return <OpenSheet key={opening.count} session={opening.session} view={opening.view} />
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

const KeyOverview = lazy(async () => ({
  default: (await import('#client/features/keys/KeyOverview.tsx')).KeyOverview,
}))
const FindBar = lazy(async () => ({ default: (await import('#client/features/find/FindBar.tsx')).FindBar }))

function OpenSheet({ session, view }: { readonly session: AnySession; readonly view: AnyView }) {
  const t = useText()
  useContainers(session.handle)
  const projection = useMemo(() => projectionOf(session), [session])
  const titled = useSyncExternalStore(projection.subscribe, () => view.title(projection.get().value))
  const title = titled || t('sheet.untitled')
  const rows = useStore(session.rows)
  const state = useSyncExternalStore(projection.subscribe, () => view.state(projection.get().value, rows))
  const [keys, setKeys] = useState(false)
  useTitle(title)
  const [finds, setFinds] = useState(false)
  useSheetKeys(session, {
    keys: () => setKeys(true),
    find: () => {
      setFinds(true)
      return !finds
    },
    chooseAll: () => {
      const read = () => {
        const nameOf = (id: string) =>
          session.members.find(member => member.personId === id)?.displayName ?? id
        // all of it, also what was typed a moment ago
        const { value } = session.kind.project(session.doc)
        return { title, sections: view.readable(value, nameOf, session.rows.get()) }
      }
      void markSheet(session, read)
    },
  })
  useEffect(() => {
    sheetActions.set({ find: () => setFinds(true), keys: () => setKeys(true) })
    return () => sheetActions.set(null)
  }, [])
  // What is typed in a field when one goes on is written before the sheet is closed.
  useEffect(() => writeDrafts, [])
  useEffect(() => loadWhenIdle(), [])
  useAnchor()
  return (
    <>
      <Topline
        session={session}
        title={title}
        state={state}
        settings={<Settings onKeys={() => setKeys(true)} />}
      />
      <GroupFactsProvider session={session}>
        <view.Sheet
          session={session}
          slips={
            <>
              <BackToKit />
              <ReadOnlyNotice session={session} />
              <SetAside document={session.info.id} session={session} />
            </>
          }
        />
      </GroupFactsProvider>
      <Suspense>
        {finds ? <FindBar session={session} onClose={() => setFinds(false)} /> : null}
        {keys ? <KeyOverview onClose={() => setKeys(false)} /> : null}
      </Suspense>
    </>
  )
}
