import { Settings } from '#client/features/settings/Settings.tsx'
import { useText } from '#client/i18n/i18n.ts'
import { PaperPage, Shell } from './Shell.tsx'
import { useTitle } from './useTitle.ts'

/** Nobody is signed in: how to get in. */
export function SignedOut({ setupOpen }: { readonly setupOpen: boolean }) {
  const t = useText()
  useTitle(t('signedOut.title'))
  return (
    <Shell end={<Settings />}>
      <PaperPage title={t('signedOut.title')}>
        {setupOpen ? (
          <p>{t('signedOut.setup')}</p>
        ) : (
          <>
            <p>{t('signedOut.how')}</p>
            <p>{t('signedOut.lost')}</p>
            <p>{t('signedOut.other')}</p>
          </>
        )}
        <p>{t('signedOut.safe')}</p>
      </PaperPage>
    </Shell>
  )
}
