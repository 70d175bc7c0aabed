import { useId } from 'react'
import { useFactSource } from '#client/editor/factSource.ts'
import { useStore } from '#client/lib/store.ts'
import { cx } from '#client/ui/cx.ts'
import { compartments, matches, progressOf } from '#shared/kinds/starterKit/progress.ts'
import type { KitEntry } from '#shared/kinds/starterKit/schema.ts'
import { Folder } from './Folder.tsx'
import type { Reviews } from './reviews.ts'
import s from './StarterKit.module.css'
import { useWords } from './words.ts'

const phases = [0, 1, 2, 3, 4, 5] as const

/** The six compartments, one per phase (domain.md 5.1), and a line in which one finds a sheet by typing. */
export function Tray(props: {
  readonly items: readonly KitEntry[]
  readonly reviews: Reviews
  readonly typed: string
  readonly onTyped: (typed: string) => void
}) {
  const t = useWords()
  const id = useId()
  const { items, reviews, typed, onTyped } = props
  const facts = useStore(useFactSource())
  const isFiltered = typed.trim() !== ''
  const found = isFiltered ? items.filter(item => matches(item, typed)) : items
  const all = compartments(items)
  const shown = compartments(found)
  return (
    <section className={s.tray} aria-label={t('bays.label')} data-path="bays" tabIndex={-1}>
      <search className={`${s.find} noprint`}>
        <label htmlFor={id}>{t('find.label')}</label>
        <input
          id={id}
          type="search"
          data-path="find"
          autoComplete="off"
          placeholder={t('find.placeholder')}
          value={typed}
          onChange={event => onTyped(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Escape' && typed !== '') {
              event.preventDefault()
              onTyped('')
            }
          }}
        />
        <span role="status">
          {!isFiltered
            ? ''
            : found.length === 0
              ? t('find.none', { typed: typed.trim() })
              : t('find.count', { count: found.length })}
        </span>
        {isFiltered ? (
          <button type="button" className="do small" onClick={() => onTyped('')}>
            {t('find.clear')}
          </button>
        ) : null}
      </search>
      <div className={cx(s.bays, !isFiltered && s.case)}>
        {phases.map(phase => {
          const entries = shown[phase] ?? []
          const whole = all[phase] ?? []
          const { done, needed } = progressOf(whole)
          const isOver = needed > 0 && done === needed
          return (
            <section
              key={phase}
              className={cx(s.bay, isFiltered && entries.length === 0 && s.away)}
              aria-labelledby={`bay-${phase}`}
              data-path={`bay/${phase}`}
              tabIndex={-1}
            >
              <h2 id={`bay-${phase}`}>
                <span>{phase}</span> {t(`phase.${phase}`)}
              </h2>
              <p className={s.progress}>
                <span className={s.ticks} aria-hidden="true">
                  {whole
                    .filter(entry => entry.state !== 'nicht_benoetigt')
                    .map(entry => (
                      <i key={entry.id} data-state={entry.state} />
                    ))}
                </span>
                {isOver ? t('bay.allDone') : t('bay.progress', { done, needed })}
              </p>
              {entries.length === 0 ? <p className={s.empty}>{t('bay.empty')}</p> : null}
              <ul>
                {entries.map(entry => (
                  <Folder
                    key={entry.id}
                    entry={entry}
                    phase={phase}
                    facts={facts}
                    review={reviews.get(entry.id)}
                  />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </section>
  )
}
