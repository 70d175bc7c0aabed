import { useFactSource } from '#client/editor/factSource.ts'
import { useStore } from '#client/lib/store.ts'
import s from './GroupRecord.module.css'
import { useWords } from './words.ts'

/** The facts as a sentence says them: what one types below is seen here at once. */
export function Said() {
  const t = useWords()
  const facts = useStore(useFactSource())
  const { 'gruppe.name': name, 'gruppe.treffen': meeting, 'gruppe.ort.mitPraeposition': place } = facts
  const phone = facts['gruppe.kontakt.telefon']
  return (
    <section className={s.said} aria-label={t('said.label')}>
      <p className={s.saidLabel}>{t('said.label')}</p>
      {name && meeting ? (
        <p className={s.sentence} lang="de">
          {t('said.group', { name, meeting: place ? `${meeting} ${place}` : meeting })}
          {/* the space stands outside: a line may end there */}
          {phone ? ' ' : null}
          {phone ? <span className={s.phone}>{t('said.phone', { phone })}</span> : null}
        </p>
      ) : (
        <p className="soft">{t('said.nothing')}</p>
      )}
    </section>
  )
}
