import { useEffect, useState } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { PaperPage, Shell } from './Shell.tsx'

/** Most waits for a page are shorter than a word; after this long (ms) somebody wants to know. */
const patience = 4_000

/** While a page is fetched: blank paper, and words when that takes long. */
export function Waiting() {
  const t = useText()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return <main id="content" tabIndex={-1} aria-busy="true" />
  return (
    <Shell>
      <PaperPage title={t('waiting.title')}>
        <p role="status">{t('waiting.text')}</p>
      </PaperPage>
    </Shell>
  )
}
