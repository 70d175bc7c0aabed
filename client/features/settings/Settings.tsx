import { useId, useState } from 'react'
import { chooseLanguage, type Language, useLanguage, useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { Popover } from '#client/ui/Popover.tsx'
import { chooseTheme, theme } from '#client/ui/theme.ts'
import type { Person } from '#shared/api/contract.ts'
import { OwnLink } from './OwnLink.tsx'
import s from './Settings.module.css'
import { SignOut } from './SignOut.tsx'

const themes = ['system', 'light', 'dark'] as const
const languages = ['de', 'en'] as const

/** How it looks and which language it speaks; for who is signed in also a further way in and the way out. */
export function Settings(props: { readonly person?: Person; readonly onKeys?: () => void }) {
  const t = useText()
  const name = useId()
  const language = useLanguage()
  // A catalogue may have to be loaded first; the choice shows at once.
  const [choosing, setChoosing] = useState<Language | null>(null)
  const speak = async (next: Language) => {
    setChoosing(next)
    await chooseLanguage(next)
    setChoosing(null)
  }
  const chosen = useStore(theme)
  return (
    <Popover label={t('settings.title')} side="end" className={s.word}>
      {close => (
        <div className={s.slip}>
          <fieldset>
            <legend>{t('settings.theme')}</legend>
            {themes.map(one => (
              <label key={one}>
                <input
                  type="radio"
                  name={`${name}-theme`}
                  checked={chosen === one}
                  onChange={() => chooseTheme(one)}
                />
                {t(`settings.${one}`)}
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>{t('settings.language')}</legend>
            {languages.map(one => (
              <label key={one} lang={one}>
                <input
                  type="radio"
                  name={`${name}-language`}
                  checked={(choosing ?? language) === one}
                  onChange={() => void speak(one)}
                />
                {one === 'de' ? 'Deutsch' : 'English'}
              </label>
            ))}
          </fieldset>
          {props.onKeys ? (
            <p>
              <button
                type="button"
                className="do"
                onClick={() => {
                  close()
                  props.onKeys?.()
                }}
              >
                {t('keys.title')}
              </button>
            </p>
          ) : null}
          {props.person ? (
            <>
              <OwnLink />
              <SignOut person={props.person} />
            </>
          ) : null}
        </div>
      )}
    </Popover>
  )
}
