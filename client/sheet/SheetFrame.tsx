import { type ComponentType, type ReactNode, useMemo, useRef, useState } from 'react'
import type { AnySession } from '#client/document/session.ts'
import { useText } from '#client/i18n/i18n.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import { useStore } from '#client/lib/store.ts'
import { Drawer } from '#client/ui/Drawer.tsx'
import { type BarEntry, BottomBar } from './BottomBar.tsx'
import { FindingsList } from './FindingsList.tsx'
import { HereList } from './HereList.tsx'
import { PresenceVoice } from './PresenceVoice.tsx'
import s from './SheetFrame.module.css'
import { type AnySheet, SheetProvider } from './sheetContext.ts'
import { useGlossPlaces } from './useGlossPlaces.ts'
import { usePlace } from './usePlace.ts'

/** What a kind says of its sheet; the same object as long as nothing in it changes. */
export type SheetWords = Pick<AnySheet, 'findings' | 'findingText' | 'placeWord' | 'people' | 'nameOf'>

type Props = {
  readonly session: AnySession
  readonly words: SheetWords
  /** the parts of the document on its left, in a drawer on a phone */
  readonly outline: {
    readonly title: string
    /** below „Tagesordnung“ in the bottom bar: how many parts there are */
    readonly note: string
    /** `onJump`: shown in a drawer, which goes when somebody jumps */
    /** `onJump`: shown in a drawer, which goes when somebody jumps; `withWords`: there is room for words beside each */
    readonly Parts: ComponentType<{ readonly onJump?: () => void; readonly withWords?: boolean }>
  }
  /** up to two ways of a thumb between outline and „Mehr“ */
  readonly bar: readonly BarEntry[]
  /** on the right, below the people and findings */
  readonly margin?: ReactNode
  /** what one can do, in the drawer „Mehr“ */
  readonly More?: ComponentType<{ readonly onDone: () => void }>
  /** what lies on top of the paper */
  readonly slips: ReactNode
  /** the paper */
  readonly children: ReactNode
}

/** A sheet on the desk: the paper in the middle, its parts on the left, people and findings on the right. */
export function SheetFrame(props: Props) {
  const { session, words } = props
  const readOnly = useStore(session.access) === 'read'
  const sheet = useMemo<AnySheet>(
    () => ({ session, readOnly, now: () => new Date(serverNow()), ...words }),
    [session, readOnly, words],
  )
  return (
    <SheetProvider value={sheet}>
      <Table {...props} />
      <PresenceVoice />
    </SheetProvider>
  )
}

function Table({ session, outline, bar, margin, More, slips, children }: Props) {
  const t = useText()
  const paper = useRef<HTMLElement>(null)
  const right = useRef<HTMLDivElement>(null)
  const [drawer, setDrawer] = useState<'outline' | 'more' | null>(null)
  useGlossPlaces(paper, right)
  const place = usePlace(session)
  const close = () => setDrawer(null)

  return (
    <div className={s.table} {...place}>
      <nav className={s.left} aria-label={outline.title}>
        <h2>{outline.title}</h2>
        <outline.Parts />
      </nav>
      <div className={s.slips}>{slips}</div>
      <main className={s.sheet} id="content" tabIndex={-1} ref={paper}>
        {children}
      </main>
      <aside className={s.right} aria-label={t('here.margin')}>
        <div ref={right}>
          <HereList />
          <FindingsList />
          {margin}
        </div>
      </aside>
      <BottomBar
        entries={[{ label: outline.title, note: outline.note, run: () => setDrawer('outline') }, ...bar]}
        onMore={() => setDrawer('more')}
      />
      {drawer === 'outline' ? (
        <Drawer title={outline.title} onClose={close}>
          <outline.Parts withWords onJump={close} />
        </Drawer>
      ) : null}
      {drawer === 'more' ? (
        <Drawer title={t('bar.more')} onClose={close}>
          <HereList />
          <FindingsList onJump={close} />
          {margin}
          {More ? <More onDone={close} /> : null}
        </Drawer>
      ) : null}
    </div>
  )
}
