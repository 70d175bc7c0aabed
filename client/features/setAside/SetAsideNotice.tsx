import { useState } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import type { HeldText } from '#client/offline/setAside.ts'
import { NoticeStrip } from '#client/ui/NoticeStrip.tsx'
import { type Reading, saveAsFile } from './reading.ts'
import { SetAsideSheet } from './SetAsideSheet.tsx'

/** Says that a text of this person was set aside, and leads to it. Stays until every text is put away. */
export function SetAsideNotice(props: { readonly texts: readonly HeldText[] } & Reading) {
  const t = useText()
  const { texts, read } = props
  const [isOpen, setOpen] = useState(false)
  const [first] = texts
  const unkept = texts.find(text => !text.isKept)
  if (!first) return null
  const says = () => {
    if (unkept) return t('aside.onlyHere')
    return texts.length === 1 ? t(`aside.${first.reason}`) : t('aside.several', { count: texts.length })
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
