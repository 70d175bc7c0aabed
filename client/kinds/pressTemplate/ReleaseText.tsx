import { useField } from '#client/document/hooks.ts'
import { locale } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { type Atom, moment, plainText, useAtom } from '#client/sheet/atom.ts'
import { FactField } from '#client/sheet/FactField.tsx'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { LanguageNotes } from '#client/sheet/language/LanguageNotes.tsx'
import { MarkedLine } from '#client/sheet/language/MarkedLine.tsx'
import { cx } from '#client/ui/cx.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import { headlineLimit, subheadingLimit } from '#shared/kinds/pressTemplate/findings.ts'
import { characters } from '#shared/kinds/pressTemplate/render.ts'
import type { releaseTextSchema } from '#shared/kinds/pressTemplate/schema.ts'
import { germanDay } from '#shared/rules/germanForms.ts'
import { mergeFieldNames } from '#shared/rules/mergeFields.ts'
import { Hanging, Part } from './Part.tsx'
import s from './Press.module.css'
import { ProsePart } from './ProsePart.tsx'
import { usePress } from './usePress.ts'
import { useDrawn } from './useRelease.ts'
import { useWords } from './words.ts'

/** Überschrift to Haupttext (domain.md 4.1), set as it will be printed. */
export function ReleaseText() {
  const t = useWords()
  const { session } = usePress()
  const record = session.handle.record('text')
  const headline = useAtom(record, 'headline')
  const subheading = useAtom(record, 'subheading')
  const datelinePlace = useAtom(record, 'datelinePlace')
  const datelineDate = useAtom(record, 'datelineDate')
  const { release, facts } = useStore(useDrawn())
  const day = facts['sperrfrist.datum_oder_versanddatum']
  return (
    <Part name="text" className={s.text} quiet>
      <p className={s.mark}>{t('text.mark')}</p>
      <Line
        atom={headline}
        label={t('text.headline')}
        placeholder={t('text.headlineNone')}
        textClass={s.headline}
        count={characters(release.headline)}
        limit={headlineLimit}
      />
      <Line
        atom={subheading}
        label={t('text.subheading')}
        placeholder={t('text.subheadingNone')}
        textClass={s.subheading}
        count={characters(release.subheading)}
        limit={subheadingLimit}
      />
      <Hanging label={t('part.lead')}>
        <div className={s.dateline}>
          <FactField
            {...plainText(datelinePlace)}
            quiet
            label={t('text.datelinePlace')}
            placeholder={t('text.datelinePlaceNone')}
            textClass={s.place}
          />
          <DateField
            {...moment(datelineDate)}
            quiet
            label={t('text.datelineDate')}
            placeholder={day ? t('text.datelineAutoDay', { day }) : t('text.datelineAuto')}
            format={germanDay}
          />
        </div>
        <Gloss path="text/datelinePlace" />
        <ProsePart
          fragment={useFragment(record, 'lead')}
          path="text/lead"
          label={t('text.lead')}
          placeholder={t('text.leadNone')}
        />
      </Hanging>
      <Hanging label={t('part.body')}>
        <ProsePart
          fragment={useFragment(record, 'body')}
          path="text/body"
          label={t('text.body')}
          placeholder={t('text.bodyNone')}
        />
      </Hanging>
      <WholeLength />
    </Part>
  )
}

type TextRecord = RecordHandle<typeof releaseTextSchema>

/** The text's container; a peer may have lost it, then there is nothing to write in until it is back. */
function useFragment(record: TextRecord, key: 'lead' | 'body') {
  useField(record, 'headline')
  return record.prose(key)
}

/** A headline: large, its characters counted beside it, its words looked at. */
function Line(props: {
  readonly atom: Atom<string, string | undefined>
  readonly label: string
  readonly placeholder: string
  readonly textClass: string | undefined
  readonly count: number
  readonly limit: number
}) {
  const t = useWords()
  const { atom, count, limit } = props
  const field = (
    <FactField
      {...plainText(atom)}
      quiet
      label={props.label}
      placeholder={props.placeholder}
      textClass={props.textClass}
    />
  )
  return (
    <Hanging label={props.label}>
      {mergeFieldNames(atom.value).length > 0 ? (
        field
      ) : (
        <MarkedLine field={atom.path} text={atom.value} textClass={props.textClass}>
          {field}
        </MarkedLine>
      )}
      <p className={cx(s.count, count > limit && s.over)}>{t('count.of', { length: count, limit })}</p>
      <Gloss path={atom.path} />
      <LanguageNotes field={atom.path} />
    </Hanging>
  )
}

const figure = (count: number): string => count.toLocaleString(locale())

/** How long the whole is, counted as the press counts. */
function WholeLength() {
  const t = useWords()
  const { value, release } = useStore(useDrawn())
  const limit = value.header.lengthLimit
  const over = release.length - limit
  return (
    <p className={cx(s.count, over > 0 && s.over)} data-path="text/length">
      {t('count.text', { length: figure(release.length), limit: figure(limit) })}
      {over > 0 ? ` · ${t('count.over', { over: figure(over), limit: figure(limit) })}` : ''}
    </p>
  )
}
