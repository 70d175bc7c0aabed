import { useEffect } from 'react'
import { Registers } from '#client/features/registers/Registers.tsx'
import { useWords } from '#client/features/registers/words.ts'
import { Settings } from '#client/features/settings/Settings.tsx'
import { registerOf } from '#client/lib/registers.ts'
import { useStore } from '#client/lib/store.ts'
import { Failed } from './Failed.tsx'
import { home, loadHome } from './home.ts'
import { NotFound } from './NotFound.tsx'
import { Shell } from './Shell.tsx'
import { SignedOut } from './SignedOut.tsx'
import { useTitle } from './useTitle.ts'

/** The registers of a Raum, one at a time. */
export function RegisterPage({ id, path }: { readonly id: string; readonly path: string | undefined }) {
  const t = useWords()
  const now = useStore(home)
  const name = registerOf(path)
  const space = now.state === 'ready' ? now.desk.spaces.find(one => one.id === id) : undefined
  useTitle(space && name ? `${t(`name.${name}`)} · ${space.name}` : '')
  useEffect(() => void loadHome(), [])
  switch (now.state) {
    case 'loading':
      return <main id="content" tabIndex={-1} aria-busy="true" />
    case 'signedOut':
      return <SignedOut setupOpen={now.setupOpen} />
    case 'failed':
      return <Failed error={now.error} again={() => void loadHome()} />
    case 'ready': {
      if (!space || !name) return <NotFound />
      return (
        <Shell end={<Settings person={now.desk.person} />}>
          <Registers
            key={name}
            space={space}
            documents={now.desk.documents.filter(card => card.spaceId === id)}
            name={name}
          />
        </Shell>
      )
    }
  }
}
