import { plainDay } from '#client/i18n/format.ts'
import { useAtom } from '#client/sheet/atom.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { awaitsReview } from '#shared/kinds/kitItem/rules.ts'
import s from './KitItem.module.css'
import { useKitItem } from './useKitItem.ts'
import { useWords } from './words.ts'

/** „Muss ärztlich geprüft werden“, on paper too, until somebody has checked it and said so. */
export function Review() {
  const t = useWords()
  const { session, readOnly } = useKitItem()
  const atom = useAtom(session.handle.record('header'), 'review')
  const review = atom.value
  if (review === null) return null
  const isOpen = awaitsReview(review)
  const { field, by, on } = review
  return (
    <section
      className={isOpen ? s.reviewOpen : s.reviewDone}
      aria-label={t('review.label')}
      data-path="header/review"
      tabIndex={-1}
    >
      <p>
        {isOpen
          ? t(`review.${field}.open`)
          : t(`review.${field}.done`, { by, on: on === null ? '' : plainDay(on) })}
      </p>
      {readOnly ? null : (
        <div className={`${s.reviewFields} noprint`}>
          <TextField
            path="header/review/by"
            label={t('review.by')}
            value={by}
            write={words => atom.try({ ...review, by: words.trim() })}
            placeholder="–"
          />
          <DateField
            path="header/review/on"
            label={t('review.on')}
            value={on}
            write={day => atom.try({ ...review, on: day })}
            placeholder="–"
          />
        </div>
      )}
    </section>
  )
}
