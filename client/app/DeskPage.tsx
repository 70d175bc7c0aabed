import { useEffect } from 'react'
import { Desk } from '#client/features/desk/Desk.tsx'
import { NewDocument } from '#client/features/newDocument/NewDocument.tsx'
import { Settings } from '#client/features/settings/Settings.tsx'
import { useText } from '#client/i18n/i18n.ts'
import { kindLabels } from '#client/kinds/registry.ts'
import { useStore } from '#client/lib/store.ts'
import { may } from '#shared/permissions.ts'
import { Failed } from './Failed.tsx'
import { home, loadHome } from './home.ts'
import { Shell } from './Shell.tsx'
import { SignedOut } from './SignedOut.tsx'
import { useTitle } from './useTitle.ts'

/** The Schreibtisch for whoever is signed in. */
export function DeskPage() {
  const t = useText()
  const now = useStore(home)
  useTitle(now.state === 'ready' ? t('desk.title') : '')
  useEffect(() => void loadHome(), [])
  switch (now.state) {
    case 'loading':
      return <main id="content" tabIndex={-1} aria-busy="true" />
    case 'signedOut':
      return <SignedOut setupOpen={now.setupOpen} />
    case 'failed':
      return <Failed error={now.error} again={() => void loadHome()} />
    case 'ready': {
      const spaces = now.desk.spaces.filter(space => may(space.role, 'create'))
      return (
        <Shell end={<Settings person={now.desk.person} />}>
          <Desk
            desk={now.desk}
            fresh={now.fresh}
            kinds={kindLabels}
            begin={
              spaces.length > 0 ? (
                <NewDocument spaces={spaces} kinds={kindLabels} isNext={now.desk.documents.length === 0} />
              ) : null
            }
          />
        </Shell>
      )
    }
  }
}
