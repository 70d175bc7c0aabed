import { goTo } from '#client/sheet/goTo.ts'
import type { Finding } from '#shared/kinds/minutes/findings.ts'
import s from './CheckClosing.module.css'
import { useMinutes } from './useMinutes.ts'
import { useWords } from './words.ts'

const levels = ['error', 'warn', 'hint'] as const satisfies Finding['level'][]

/** What is missing before the minutes can be closed, as a list that leads to each place. */
export function ClosingFindings(props: {
  readonly all: readonly Finding[]
  /** whom or what one is about, where its place alone does not say it */
  readonly subjectOf: (finding: Finding) => string | null
  readonly onJump: () => void
}) {
  const w = useWords()
  const { findingText, placeWord } = useMinutes()
  const { all } = props
  if (all.length === 0) return <p className={s.fine}>{w('check.fine')}</p>
  const of = (level: Finding['level']) => all.filter(finding => finding.level === level)
  return (
    <div className={s.check}>
      {of('error').length === 0 ? <p className={s.fine}>{w('check.noError')}</p> : null}
      {levels.map(level =>
        of(level).length === 0 ? null : (
          <section key={level} aria-labelledby={`check-${level}`}>
            <h3 id={`check-${level}`} className={s[level]}>
              {w(`check.${level}`, { count: of(level).length })}
            </h3>
            <ul>
              {of(level).map(finding => (
                <li key={`${finding.path.join('/')}/${finding.detail}/${JSON.stringify(finding.fields)}`}>
                  <button
                    type="button"
                    className="do"
                    onClick={() => {
                      props.onJump()
                      goTo(finding.path.join('/'))
                    }}
                  >
                    <span>
                      <small>
                        {[whereOf(placeWord(finding.path.join('/'))), props.subjectOf(finding)]
                          .filter(Boolean)
                          .join(' · ')}
                      </small>
                      {findingText(finding)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  )
}

/** The place as a heading says it: „den Aufgaben“ stands in a sentence, „Aufgaben“ alone. */
const whereOf = (place: string | null): string =>
  place === null ? '' : place.replace(/^(?:den|der|dem|the) /u, '')
