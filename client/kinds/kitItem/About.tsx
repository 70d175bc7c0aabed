import { useSyncExternalStore } from 'react'
import { projectionOf, useField } from '#client/document/hooks.ts'
import { plainDay } from '#client/i18n/format.ts'
import { moment, useAtom } from '#client/sheet/atom.ts'
import grid from '#client/sheet/FieldGrid.module.css'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { plainLanguageOf } from '#shared/kinds/kitItem/rules.ts'
import s from './KitItem.module.css'
import { useKitItem } from './useKitItem.ts'
import { useWords, wordIfKnown } from './words.ts'

/** What is to be known of the sheet itself: how old, how long it holds, whose, under which rights. */
export function About() {
  const t = useWords()
  const { session } = useKitItem()
  const header = session.handle.record('header')
  const asOf = useAtom(header, 'asOf')
  const validUntil = useAtom(header, 'validUntil')
  const formats = useField(header, 'formats')
  const owner = useField(header, 'owner')
  const licence = useField(header, 'licence')
  const languages = useField(header, 'languages')
  const projection = projectionOf(session)
  const plain = useSyncExternalStore(projection.subscribe, () => plainLanguageOf(projection.get().value))
  const language = languages.map(tag => wordIfKnown(`language.${tag}`) ?? tag).join(', ')
  const sayings: readonly (readonly [label: string, words: string])[] = [
    [
      t('about.languages'),
      [language, plain === 'keine' ? '' : t(`plain.${plain}`)].filter(Boolean).join(', '),
    ],
    [t('about.formats'), formats.join(', ')],
    [t('about.owner'), owner === null ? '' : (wordIfKnown(`owner.${owner}`) ?? owner)],
    [t('about.licence'), licence],
  ]
  return (
    <section
      className={`item ${s.about}`}
      data-path="header"
      aria-labelledby="about-head"
      tabIndex={-1}
      id="about"
    >
      <h2 id="about-head">{t('about.title')}</h2>
      <div className={grid.grid}>
        <DateField
          {...moment(asOf)}
          className={grid.half}
          label={t('about.asOf')}
          format={plainDay}
          placeholder="–"
        />
        <DateField
          {...moment(validUntil)}
          className={grid.half}
          label={t('about.validUntil')}
          format={plainDay}
          placeholder="–"
        />
        <Gloss path="header/validUntil" />
        <dl className={`${s.sayings} ${grid.all}`}>
          {sayings
            .filter(([, words]) => words !== '')
            .map(([label, words]) => (
              <div key={label}>
                <dt className={grid.label}>{label}</dt>
                <dd>{words}</dd>
              </div>
            ))}
        </dl>
        <Gloss path="header/plainLanguage" />
        <Gloss path="header/review" />
      </div>
    </section>
  )
}
