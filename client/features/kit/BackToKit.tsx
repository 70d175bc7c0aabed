import { Link, useSearchParams } from 'wouter'
import { documentIdSchema } from '#shared/ids.ts'
import s from './BeginKit.module.css'
import { useWords } from './words.ts'

/** The way back to the kit from which the sheet was opened. */
export function BackToKit() {
  const t = useWords()
  const [search] = useSearchParams()
  const kit = documentIdSchema.safeParse(search.get('koffer'))
  if (!kit.success) return null
  return (
    <nav className={`${s.back} noprint`} aria-label={t('back')}>
      <Link href={`/blatt/${kit.data}`} className="do">
        ← {t('back')}
      </Link>
    </nav>
  )
}
