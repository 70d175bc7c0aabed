import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { projectionOf, useContainers } from '#client/document/hooks.ts'
import { Settings } from '#client/features/settings/Settings.tsx'
import { ReadOnlyNotice } from '#client/features/sheet/ReadOnlyNotice.tsx'
import { Topline } from '#client/features/sheet/Topline.tsx'
import { useText } from '#client/i18n/i18n.ts'
import { isMinutes } from '#client/kinds/minutes/isMinutes.ts'
import { MeetingRoom } from '#client/kinds/minutes/meeting/MeetingRoom.tsx'
import { useWords } from '#client/kinds/minutes/meeting/words.ts'
import type { MinutesSession } from '#client/kinds/minutes/useMinutes.ts'
import { GroupFactsProvider } from '#client/sheet/GroupFactsProvider.tsx'
import type { AnyView } from '#client/sheet/kindView.ts'
import { writeDrafts } from '#client/ui/fields/drafts.ts'
import { NotFound } from './NotFound.tsx'
import { OpenedPage } from './OpenedPage.tsx'
import { SetAside } from './SetAside.tsx'
import { useTitle } from './useTitle.ts'

/** The room „Sitzung“ of minutes. */
export function MeetingPage({ id }: { readonly id: string }) {
  return (
    <OpenedPage id={id}>
      {({ session, view, count }) =>
        isMinutes(session) ? <Opened key={count} session={session} view={view} /> : <NotFound />
      }
    </OpenedPage>
  )
}

function Opened({ session, view }: { readonly session: MinutesSession; readonly view: AnyView }) {
  const t = useText()
  const w = useWords()
  useContainers(session.handle)
  const title = useSheetTitle(session, view) || t('sheet.untitled')
  useTitle(title)
  // What is typed in a field when one goes on is written before the document is closed.
  useEffect(() => writeDrafts, [])
  return (
    <GroupFactsProvider session={session}>
      <MeetingRoom
        session={session}
        renderTopline={state => (
          <>
            <Topline
              session={session}
              title={title}
              state={state}
              back={{ href: `/blatt/${session.info.id}`, label: w('sheet') }}
              settings={<Settings />}
            />
            <ReadOnlyNotice session={session} />
            <SetAside document={session.info.id} session={session} />
          </>
        )}
      />
    </GroupFactsProvider>
  )
}

function useSheetTitle(session: MinutesSession, view: AnyView): string {
  const projection = useMemo(() => projectionOf(session), [session])
  return useSyncExternalStore(projection.subscribe, () => view.title(projection.get().value))
}
