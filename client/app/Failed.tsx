import { errorText } from '#client/i18n/errorText.ts'
import { useText } from '#client/i18n/i18n.ts'
import type { AppError } from '#shared/errors.ts'
import { PaperPage, Shell } from './Shell.tsx'
import { useTitle } from './useTitle.ts'

/** What happened, what is safe, and what to do. */
export function Failed(props: { readonly error: AppError; readonly again: () => void }) {
  const t = useText()
  useTitle(t('failed.title'))
  return (
    <Shell>
      <PaperPage title={t('failed.title')}>
        <p>{errorText(props.error)}</p>
        <p>{t('failed.safe')}</p>
        <p className="dos">
          <button type="button" className="do main" onClick={props.again}>
            {t('failed.again')}
          </button>
        </p>
      </PaperPage>
    </Shell>
  )
}
