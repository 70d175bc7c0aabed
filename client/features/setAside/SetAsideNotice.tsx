import { useEffect, useRef, useState } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import type { HeldText } from '#client/offline/setAside.ts'
import { NoticeStrip } from '#client/ui/NoticeStrip.tsx'
import { type Offer, offered } from '#client/ui/offer.ts'
import { type Reading, saveAsFile } from './reading.ts'
import { SetAsideSheet } from './SetAsideSheet.tsx'

/** Says that texts of this person were set aside, and leads to them. Stays until every text is put away. */
export function SetAsideNotice(
  props: { readonly texts: readonly [HeldText, ...(readonly HeldText[])] } & Reading,
) {
  const t = useText()
  const { texts, read } = props
  const [isOpen, setOpen] = useState(false)
  useOffer(texts[0], isOpen, setOpen)
  const unkept = texts.find(text => !text.isKept)
  const says = () => {
    if (unkept) return t('aside.onlyHere')
    return texts.length === 1 ? t(`aside.${texts[0].reason}`) : t('aside.several', { count: texts.length })
  }
  return (
    <>
      <NoticeStrip label={t('aside.title')} says={says()}>
        {unkept ? (
          <button type="button" className="do main" onClick={() => saveAsFile(unkept, read(unkept))}>
            {t('aside.save')}
          </button>
        ) : null}
        <button type="button" className="do" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('aside.look')}
        </button>
      </NoticeStrip>
      {isOpen ? <SetAsideSheet {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** A text that was set aside this recently, in ms, belongs to what somebody has just seen go. */
const justNow = 60_000

/** Whoever writes far below the strip sees their words go: the foot of the page says where they are. */
function useOffer({ id, at }: HeldText, isOpen: boolean, setOpen: (isOpen: boolean) => void): void {
  const t = useText()
  const made = useRef<Offer | null>(null)
  useEffect(() => {
    if (Date.now() - at > justNow || isInSight()) return
    made.current = { says: t('aside.moved'), does: t('aside.look'), run: () => setOpen(true), stays: true }
    offered.set(made.current)
    // each text is told of once
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id])
  useEffect(() => {
    if (isOpen && made.current && offered.get() === made.current) offered.set(null)
  }, [isOpen])
}

/** The strip stands at the top of the page. */
const isInSight = (): boolean => window.scrollY < window.innerHeight / 4
