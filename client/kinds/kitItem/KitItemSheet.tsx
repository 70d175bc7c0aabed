import { type ReactNode, useMemo } from 'react'
import { useField, useThings } from '#client/document/hooks.ts'
import { useFactSource } from '#client/editor/factSource.ts'
import { isoDay } from '#client/i18n/format.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import { useStore } from '#client/lib/store.ts'
import { findingsOf } from '#client/sheet/findingsByPath.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { SheetFrame, type SheetWords } from '#client/sheet/SheetFrame.tsx'
import { useMembers } from '#client/sheet/useMembers.ts'
import { findings } from '#shared/kinds/kitItem/findings.ts'
import { About } from './About.tsx'
import { Block } from './Block.tsx'
import { addBlock, bringBack } from './blockActions.ts'
import { Foot } from './Foot.tsx'
import { findingText } from './findingText.ts'
import { Head } from './Head.tsx'
import s from './KitItem.module.css'
import { Outline } from './Outline.tsx'
import { placeWord } from './placeWords.ts'
import { Review } from './Review.tsx'
import { type KitItemSession, useKitItem } from './useKitItem.ts'
import { useRemoved } from './useRemoved.ts'
import { useWords } from './words.ts'

/** A sheet of the starter kit (domain.md 5.2): the federation's text, and what the group makes of it. */
export function KitItemSheet(props: { readonly session: KitItemSession; readonly slips: ReactNode }) {
  const { session, slips } = props
  const t = useWords()
  const readOnly = useStore(session.access) === 'read'
  const { people, nameOf } = useMembers(session)
  const facts = useStore(useFactSource())
  const blocks = useThings(session.handle.list('blocks'))
  const found = useMemo(
    () => findingsOf(session, value => findings(value, { facts, today: isoDay(new Date(serverNow())) })),
    [session, facts],
  )
  const words = useMemo<SheetWords>(
    () => ({ findings: found, findingText, placeWord: path => placeWord(path, blocks), people, nameOf }),
    [found, blocks, people, nameOf],
  )
  return (
    <SheetFrame
      session={session}
      words={words}
      outline={{ title: t('outline'), note: t('outline.note', { count: blocks.length }), Parts: Outline }}
      bar={[
        ...(readOnly ? [] : [{ label: t('bar.add'), note: t('bar.addNote'), run: () => addBlock(session) }]),
        { label: t('bar.about'), note: t('bar.aboutNote'), run: () => goTo('header') },
      ]}
      slips={slips}
    >
      <Head />
      <Review />
      <Blocks />
      <About />
      <Foot />
    </SheetFrame>
  )
}

function Blocks() {
  const t = useWords()
  const { session, readOnly } = useKitItem()
  const list = session.handle.list('blocks')
  const ids = useThings(list)
  const removed = useRemoved(list)
  const firstLocked = ids.find(id => list.get(id)?.get('locked'))
  const basedOn = useField(session.handle.record('header'), 'basedOn')
  return (
    <>
      {ids.length === 0 ? <p className={`soft ${s.none}`}>{t('blocks.none')}</p> : null}
      {ids.map((id, index) => {
        const block = list.get(id)
        return block ? (
          <Block
            key={id}
            id={id}
            block={block}
            basedOn={basedOn}
            place={index + 1}
            count={ids.length}
            saysWhy={id === firstLocked}
          />
        ) : null
      })}
      {readOnly ? null : (
        <p className={`dos noprint ${s.add}`}>
          <button type="button" className="do" onClick={() => addBlock(session)}>
            {t('block.add')}
          </button>
        </p>
      )}
      {removed.length === 0 || readOnly ? null : (
        <section className={`${s.removed} noprint`} aria-labelledby="removed-head">
          <h2 id="removed-head">{t('removed.title')}</h2>
          <ul>
            {removed.map(({ id, title }) => (
              <li key={id}>
                {title}{' '}
                <button
                  type="button"
                  className="do small"
                  aria-label={t('removed.bringBackOf', { title })}
                  onClick={() => bringBack(session, id)}
                >
                  {t('removed.bringBack')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
