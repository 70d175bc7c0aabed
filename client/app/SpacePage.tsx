import { useEffect } from 'react'
import { BeginKit } from '#client/features/kit/BeginKit.tsx'
import { NewDocument } from '#client/features/newDocument/NewDocument.tsx'
import { Settings } from '#client/features/settings/Settings.tsx'
import { Room } from '#client/features/space/Room.tsx'
import { kindLabels } from '#client/kinds/registry.ts'
import { useStore } from '#client/lib/store.ts'
import { may } from '#shared/permissions.ts'
import { Failed } from './Failed.tsx'
import { home, loadHome } from './home.ts'
import { NotFound } from './NotFound.tsx'
import { Shell } from './Shell.tsx'
import { SignedOut } from './SignedOut.tsx'
import { useTitle } from './useTitle.ts'

/** A Raum: its documents and its people. */
export function SpacePage({ id }: { readonly id: string }) {
  const now = useStore(home)
  const space = now.state === 'ready' ? now.desk.spaces.find(one => one.id === id) : undefined
  useTitle(space?.name ?? '')
  useEffect(() => void loadHome(), [])
  switch (now.state) {
    case 'loading':
      return <main id="content" tabIndex={-1} aria-busy="true" />
    case 'signedOut':
      return <SignedOut setupOpen={now.setupOpen} />
    case 'failed':
      return <Failed error={now.error} again={() => void loadHome()} />
    case 'ready': {
      if (!space) return <NotFound />
      // what lies in a kit is found there
      const documents = now.desk.documents.filter(card => card.spaceId === id && card.partOf === undefined)
      return (
        <Shell end={<Settings person={now.desk.person} />}>
          <Room
            space={space}
            documents={documents}
            kinds={kindLabels}
            self={now.desk.person.id}
            begin={
              may(space.role, 'create') ? (
                <>
                  <NewDocument spaces={[space]} kinds={kindLabels} />
                  <BeginKit space={space} records={documents.filter(card => card.kind === 'groupRecord')} />
                </>
              ) : null
            }
          />
        </Shell>
      )
    }
  }
}
