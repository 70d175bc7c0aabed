import { Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { projectionOf, useContainers } from '#client/document/hooks.ts'
import type { AnySession } from '#client/document/session.ts'
import { BackToKit } from '#client/features/kit/BackToKit.tsx'
import { Settings } from '#client/features/settings/Settings.tsx'
import { ReadOnlyNotice } from '#client/features/sheet/ReadOnlyNotice.tsx'
import { Topline } from '#client/features/sheet/Topline.tsx'
import { useText } from '#client/i18n/i18n.ts'
import { part } from '#client/lib/part.ts'
import { useStore } from '#client/lib/store.ts'
import { GroupFactsProvider } from '#client/sheet/GroupFactsProvider.tsx'
import type { AnyView } from '#client/sheet/kindView.ts'
import { writeDrafts } from '#client/ui/fields/drafts.ts'
import { loadWhenIdle } from './loadWhenIdle.ts'
import { markSheet } from './markSheet.ts'
import { OpenedPage } from './OpenedPage.tsx'
import { SetAside } from './SetAside.tsx'
import { sheetActions } from './sheetActions.ts'
import { useAnchor } from './useAnchor.ts'
import { useSheetKeys } from './useSheetKeys.ts'
import { useTitle } from './useTitle.ts'

/** A Blatt: opened from the device at once where it lies there, closed when one goes on. */
export function SheetPage({ id }: { readonly id: string }) {
  return (
    <OpenedPage id={id}>
      {({ session, view, count }) => <OpenSheet key={count} session={session} view={view} />}
    </OpenedPage>
  )
}

const KeyOverview = part(async () => (await import('#client/features/keys/KeyOverview.tsx')).KeyOverview)
const FindBar = part(async () => (await import('#client/features/find/FindBar.tsx')).FindBar)

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
