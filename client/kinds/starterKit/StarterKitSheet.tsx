import { type ReactNode, useMemo, useState } from 'react'
import { useField, useProjection } from '#client/document/hooks.ts'
import { useFactSource } from '#client/editor/factSource.ts'
import { useText } from '#client/i18n/i18n.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import { useStore } from '#client/lib/store.ts'
import { BottomBar } from '#client/sheet/BottomBar.tsx'
import { FindingsList } from '#client/sheet/FindingsList.tsx'
import { findingsOf } from '#client/sheet/findingsByPath.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { HereList } from '#client/sheet/HereList.tsx'
import { PresenceVoice } from '#client/sheet/PresenceVoice.tsx'
import { type AnySheet, SheetProvider } from '#client/sheet/sheetContext.ts'
import { useMembers } from '#client/sheet/useMembers.ts'
import { usePlace } from '#client/sheet/usePlace.ts'
import { Drawer } from '#client/ui/Drawer.tsx'
import { findings } from '#shared/kinds/starterKit/findings.ts'
import { findingText } from './findingText.ts'
import { Lid } from './Lid.tsx'
import { Packing } from './Packing.tsx'
import { type Reviews, useReviews } from './reviews.ts'
import s from './StarterKit.module.css'
import { Tray } from './Tray.tsx'
import { type StarterKitSession, useKit } from './useKit.ts'
import { useWords, word } from './words.ts'

/** Koffer (DESIGN, room 7): an open case with six compartments; the facts of the group stand on its lid. */
export function StarterKitSheet(props: { readonly session: StarterKitSession; readonly slips: ReactNode }) {
  const { session, slips } = props
  const readOnly = useStore(session.access) === 'read'
  const { people, nameOf } = useMembers(session)
  const facts = useStore(useFactSource())
  const reviews = useReviews(session, useProjection(session).value.items)
  const found = useMemo(
    () => findingsOf(session, value => findings(value, { facts, reviews })),
    [session, facts, reviews],
  )
  const sheet = useMemo<AnySheet>(
    () => ({
      session,
      readOnly,
      findings: found,
      findingText,
      placeWord,
      people,
      nameOf,
      now: () => new Date(serverNow()),
    }),
    [session, readOnly, found, people, nameOf],
  )
  return (
    <SheetProvider value={sheet}>
      <Case slips={slips} reviews={reviews} />
      <PresenceVoice />
    </SheetProvider>
  )
}

/** „SP-07“ for `items/SP-07/state`. */
function placeWord(path: string): string | null {
  const [part, id] = path.split('/')
  if (part === 'items') return id ?? null
  return part === 'header' ? word('place.header') : null
}

function Case({ slips, reviews }: { readonly slips: ReactNode; readonly reviews: Reviews }) {
  const t = useWords()
  const common = useText()
  const { session } = useKit()
  const { items } = useProjection(session).value
  const packedOn = useField(session.handle.record('header'), 'packedOn')
  const [typed, setTyped] = useState('')
  const [more, setMore] = useState(false)
  const place = usePlace(session)
  return (
    <div {...place}>
      <main className={s.room} id="content" tabIndex={-1}>
        {slips}
        <Lid />
        {packedOn === null ? <Packing /> : null}
        <Tray items={items} reviews={reviews} typed={typed} onTyped={setTyped} />
        <aside className={s.aside} aria-label={common('here.margin')}>
          <HereList />
          <FindingsList />
        </aside>
      </main>
      <BottomBar
        entries={[
          { label: t('bar.facts'), note: t('bar.factsNote'), run: () => goTo('header') },
          { label: t('bar.bays'), note: '6', run: () => goTo('bays') },
          { label: t('bar.find'), note: t('bar.findNote', { count: items.length }), run: () => goTo('find') },
        ]}
        onMore={() => setMore(true)}
      />
      {more ? (
        <Drawer title={common('bar.more')} onClose={() => setMore(false)}>
          <HereList />
          <FindingsList onJump={() => setMore(false)} />
        </Drawer>
      ) : null}
    </div>
  )
}
