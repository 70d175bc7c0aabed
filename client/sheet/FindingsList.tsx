import { useSyncExternalStore } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import { goTo } from './goTo.ts'
import s from './Margin.module.css'
import { useSheet } from './sheetContext.ts'

/** All findings as a list that leads to their places. Nothing is shown when there is none. */
export function FindingsList({ onJump }: { readonly onJump?: () => void }) {
  const t = useText()
  const { findings, findingText } = useSheet()
  const all = useSyncExternalStore(findings.subscribe, findings.get)
  if (all.length === 0) return null
  return (
    <section className={s.part}>
      <details className={s.findings}>
        <summary>{t('findings.count', { count: all.length })}</summary>
        <ul>
          {all.map(finding => (
            <li key={`${finding.path.join('/')}/${finding.detail}/${JSON.stringify(finding.fields)}`}>
              <button
                type="button"
                className={cx('do', s.finding, s[finding.level])}
                onClick={() => {
                  onJump?.()
                  goTo(finding.path.join('/'))
                }}
              >
                {findingText(finding)}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
