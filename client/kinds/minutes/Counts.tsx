import { useField, useThings } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { offered } from '#client/ui/offer.ts'
import s from './Attendance.module.css'
import { useMinutes } from './useMinutes.ts'
import { useWords } from './words.ts'

/**
 * In place of the attendance list where only numbers are kept (domain.md 2.1, V12): why, and the way to take out
 * rows that stand there from before. The numbers themselves are special fields of these kinds.
 */
export function Counts({ kind }: { readonly kind: 'gruppenbesuch' | 'naloxon_peer' }) {
  const t = useText()
  const w = useWords()
  const { session, readOnly } = useMinutes()
  const rows = session.handle.list('attendance')
  const visitors = useField(session.handle.record('visit'), 'visitors')
  const ids = useThings(rows)
  // visitors are named in their field anyway; their rows betray nobody
  const named = ids.filter(id => kind === 'naloxon_peer' || !visitors.includes(id))
  const takeOut = () => {
    step(session, () =>
      session.handle.transact(() => {
        for (const id of named) rows.remove(id)
      }),
    )
    const says = w('counts.takenOut', { count: named.length })
    announce(says)
    offered.set({
      says,
      does: t('offer.bringBack'),
      run: () =>
        step(session, () =>
          session.handle.transact(() => {
            for (const id of named) rows.restore(id)
          }),
        ),
    })
  }
  return (
    <section
      className="item"
      id="attendance"
      aria-labelledby="attendance-head"
      data-path="attendance"
      tabIndex={-1}
    >
      <h2 id="attendance-head">{w('counts.title')}</h2>
      <p className={s.why}>{w(`counts.${kind}`)}</p>
      {named.length > 0 ? (
        <div className={s.left} data-path={`attendance/${named[0]}`}>
          <p>
            {w('counts.left', { count: named.length })}{' '}
            {readOnly ? null : (
              <button type="button" className="do noprint" onClick={takeOut}>
                {w('counts.takeOut')}
              </button>
            )}
          </p>
          <Gloss path={`attendance/${named[0]}`} />
        </div>
      ) : null}
    </section>
  )
}
