import { Link } from 'wouter'
import { useText } from '#client/i18n/i18n.ts'
import { PaperPage, Shell } from './Shell.tsx'
import { useTitle } from './useTitle.ts'

/** „Absent“ and „forbidden“ look alike (STYLE 8): who may not see a sheet learns nothing about it. */
export function NotFound() {
  const t = useText()
  useTitle(t('notFound.title'))
  return (
    <Shell>
      <PaperPage title={t('notFound.title')}>
        <p>{t('notFound.text')}</p>
        <p className="dos">
          <Link href="/" className="do main">
            {t('shell.toDesk')}
          </Link>
        </p>
      </PaperPage>
    </Shell>
  )
}
