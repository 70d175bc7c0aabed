import { useMemo, useState } from 'react'
import { useProjection } from '#client/document/hooks.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { Drawer } from '#client/ui/Drawer.tsx'
import type { Finding } from '#shared/kinds/minutes/findings.ts'
import { findings } from '#shared/kinds/minutes/findings.ts'
import s from './CheckClosing.module.css'
import { closingOptions } from './findingOptions.ts'
import { useIsAtHome } from './useIsAtHome.ts'
import { useMinutes } from './useMinutes.ts'
import { useWords } from './words.ts'

/** „Abschluss prüfen“: what is missing before the minutes can be closed, as a list that leads to each place. */
export function CheckClosing() {
  const w = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <p className="dos">
      <button type="button" className="do" onClick={() => setOpen(true)}>
        {w('check.do')}
      </button>
      {isOpen ? (
        <Drawer title={w('check.title')} onClose={() => setOpen(false)}>
          <Findings onJump={() => setOpen(false)} />
        </Drawer>
      ) : null}
    </p>
  )
}

const levels = ['error', 'warn', 'hint'] as const satisfies Finding['level'][]

function Findings({ onJump }: { readonly onJump: () => void }) {
  const w = useWords()
  const { session, findingText, placeWord } = useMinutes()
  const { value } = useProjection(session)
  const isAtHome = useIsAtHome(session)
  const all = useMemo(() => findings(value, closingOptions(session, isAtHome)), [value, session, isAtHome])
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
                      onJump()
                      goTo(finding.path.join('/'))
                    }}
                  >
                    <span>
                      <small>{whereOf(placeWord(finding.path.join('/')))}</small>
                      {findingText(finding)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
      <p className={s.later}>{w('check.later')}</p>
    </div>
  )
}

/** The place as a heading says it: „den Aufgaben“ stands in a sentence, „Aufgaben“ alone. */
const whereOf = (place: string | null): string =>
  place === null ? '' : place.replace(/^(?:den|der|dem|the) /u, '')
