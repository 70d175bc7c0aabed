import { useId } from 'react'
import { useStore } from '#client/lib/store.ts'
import { type Atom, firmChoice } from '#client/sheet/atom.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { useSheet } from '#client/sheet/sheetContext.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { type LanguageProfile, languageProfileSchema } from '#shared/rules/language/schema.ts'
import s from './Language.module.css'
import { type LanguageHelp, useLanguageHelp } from './languageContext.ts'
import { useLanguageWords } from './words.ts'

type Profile = Atom<LanguageProfile, LanguageProfile | undefined>

/** Which way of writing the document follows, how many words are to be looked at, and which were left. */
export function LanguageMargin({ profile }: { readonly profile: Profile }) {
  const help = useLanguageHelp()
  return help ? <Margin help={help} profile={profile} /> : null
}

function Margin({ help, profile }: { readonly help: LanguageHelp; readonly profile: Profile }) {
  const t = useLanguageWords()
  const { readOnly } = useSheet()
  const head = useId()
  const findings = useStore(help.check)
  const words = languageProfileSchema.options.map(value => ({ value, label: t(`profile.${value}`) }))
  return (
    <section className={s.margin} aria-labelledby={head}>
      <h2 id={head}>{t('title')}</h2>
      <SelectField {...firmChoice(profile)} small label={t('profile.label')} options={words} />
      {findings.length === 0 ? (
        <p className="soft">{t('nothing')}</p>
      ) : (
        <details className={s.list}>
          <summary>{t('count', { count: findings.length })}</summary>
          <ul>
            {findings.map(finding => (
              <li key={finding.id}>
                <button
                  type="button"
                  className="do"
                  aria-label={t('goTo', { word: finding.match })}
                  onClick={() => goTo(finding.field)}
                >
                  {finding.match}
                </button>{' '}
                <span className={s.level}>{t(`level.${finding.speech ? 'speech' : finding.severity}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {help.kept.length > 0 ? (
        <>
          <p className="soft note">{t('kept')}</p>
          <ul className={s.kept}>
            {help.kept.map(kept => (
              <li key={`${kept.rule} ${kept.word}`}>
                <span lang="de">„{kept.word}“</span>{' '}
                {readOnly || help.unkeep === null ? null : (
                  <button
                    type="button"
                    className="do small"
                    aria-label={t('unkeepWord', { word: kept.word })}
                    onClick={() => help.unkeep?.(kept)}
                  >
                    {t('unkeep')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
