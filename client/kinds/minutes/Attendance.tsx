import { useField, useThings } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import { Hint } from '#client/ui/Hint.tsx'
import { AddPeople } from './AddPeople.tsx'
import s from './Attendance.module.css'
import { AttendanceRow } from './AttendanceRow.tsx'
import { Counts } from './Counts.tsx'
import { QuorumLine } from './QuorumLine.tsx'
import { useMeetingTime } from './useMeetingTime.ts'
import { useMinutes } from './useMinutes.ts'

/** Anwesenheit: a list of people, or only how many there were, as the kind of meeting asks. */
export function Attendance() {
  const { session } = useMinutes()
  const kind = useField(session.handle.record('header'), 'meetingKind')
  return kind === 'gruppenbesuch' || kind === 'naloxon_peer' ? <Counts kind={kind} /> : <List />
}

/** The list (domain.md 2.2): who was there, when, and with which vote. */
function List() {
  const t = useText()
  const { session, readOnly } = useMinutes()
  const rows = session.handle.list('attendance')
  const ids = useThings(rows)
  const start = useField(session.handle.record('header'), 'start')
  const { until, isNow } = useMeetingTime()
  return (
    <section
      className={cx('item', ids.length === 0 && 'noprint')}
      id="attendance"
      aria-labelledby="attendance-head"
      data-path="attendance"
      tabIndex={-1}
    >
      <h2 id="attendance-head">{t('attendance.title')}</h2>
      <Hint name="attendance">{t('attendance.hint')}</Hint>
      {ids.length > 0 ? (
        <table className={s.table}>
          <caption className="sr">{t('attendance.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('attendance.name')}</th>
              <th scope="col">{t('attendance.vote')}</th>
              <th scope="col">
                {start === null || until === start
                  ? t('attendance.there')
                  : isNow
                    ? t('attendance.thereTillNow', { start })
                    : t('attendance.thereBetween', { start, end: until })}
              </th>
              {readOnly ? null : (
                <th scope="col" className="noprint">
                  <span className="sr">{t('bar.more')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {ids.map(id => {
              const row = rows.get(id)
              return row ? <AttendanceRow key={id} id={id} row={row} /> : null
            })}
          </tbody>
        </table>
      ) : (
        <p className={s.empty}>{t('attendance.empty')}</p>
      )}
      <QuorumLine />
      {readOnly ? null : (
        <div className="dos noprint">
          <AddPeople />
        </div>
      )}
    </section>
  )
}
