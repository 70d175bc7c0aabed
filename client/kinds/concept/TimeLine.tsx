import { isoDay, joined, plainDay } from '#client/i18n/format.ts'
import { locale } from '#client/i18n/i18n.ts'
import { cx } from '#client/ui/cx.ts'
import type { ConceptDraft } from '#shared/kinds/concept/schema.ts'
import { goalLabel, milestoneLabel } from './findingText.ts'
import s from './TimeLine.module.css'
import { timeLineOf } from './timeLine.ts'
import { useConcept, useWorkedOut } from './useConcept.ts'
import { useWords } from './words.ts'

const planOf = (value: ConceptDraft) => ({
  period: value.cover.period,
  milestones: value.milestones.map(({ id, due, title, dependsOn, state }) => ({
    id,
    due,
    title,
    dependsOn,
    state,
    label: milestoneLabel(value, id),
  })),
  goals: value.goals.map(({ id, due }) => ({ id, due, label: goalLabel(value, id) })),
})

/**
 * The plan as a line: milestones above it, what they need as arcs below it, goals at the foot. A screen reader hears
 * one sentence per milestone instead; the rows below say the same.
 */
export function TimeLine() {
  const w = useWords()
  const { session, now } = useConcept()
  const plan = useWorkedOut(session, planOf)
  const line = timeLineOf({ ...plan, today: isoDay(now()) })
  if (line === null)
    return plan.milestones.length === 0 ? null : <p className="soft noprint">{w('timeline.none')}</p>
  const stateOf = new Map(plan.milestones.map(({ id, state }) => [id, state]))
  const sentences = plan.milestones
    .filter(({ due }) => due !== null)
    .map(({ label, title, due, dependsOn }) => {
      const one = w('timeline.one', { label, title, day: plainDay(due ?? '') })
      const others = plan.milestones.filter(({ id }) => dependsOn.includes(id)).map(other => other.label)
      return others.length === 0 ? one : w('timeline.needs', { one, others: joined(others) })
    })
  const levels = Math.max(0, ...line.milestones.map(({ level }) => level)) + 1
  const goalLevels = Math.max(-1, ...line.goals.map(({ level }) => level)) + 1

  return (
    <div className={s.line} role="img" aria-label={`${w('timeline.label')}: ${sentences.join('; ')}`}>
      <div className={s.labels} style={{ height: `${levels * 1.35}rem` }}>
        {line.today === null ? null : (
          <span className={s.today} style={{ left: `${line.today}%` }}>
            <small>{w('timeline.today')}</small>
          </span>
        )}
        {line.milestones.map(({ id, label, at, level }) => (
          <span key={id} className={s.label} style={{ left: `${at}%`, bottom: `${level * 1.35}rem` }}>
            {label}
          </span>
        ))}
      </div>
      <div className={s.axis}>
        {line.months.map(({ day, at }) => (
          <i key={day} className={s.tick} style={{ left: `${at}%` }} />
        ))}
        {line.milestones.map(({ id, at }) => (
          <i key={id} className={cx(s.mark, s[stateOf.get(id) ?? 'offen'])} style={{ left: `${at}%` }} />
        ))}
      </div>
      {line.links.length === 0 ? null : (
        <svg className={s.links} viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
          {line.links.map(({ from, to, isLate }) => (
            <path
              key={`${from}/${to}`}
              className={cx(isLate && s.late)}
              d={`M ${from} 0 C ${from} ${depth(from, to)}, ${to} ${depth(from, to)}, ${to} 0`}
            />
          ))}
        </svg>
      )}
      <div className={s.months}>
        {line.months
          .filter(({ isNamed }) => isNamed)
          .map(({ day, at }, index) => (
            <span key={day} className={cx(index % 2 === 1 && s.second)} style={{ left: `${at}%` }}>
              {monthName(day, index === 0)}
            </span>
          ))}
      </div>
      {goalLevels === 0 ? null : (
        <div className={s.goals} style={{ height: `${goalLevels * 1.35}rem` }}>
          {line.goals.map(({ id, label, at, level }) => (
            <span key={id} style={{ left: `${at}%`, top: `${level * 1.35}rem` }}>
              {label}
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

/** Wide arcs hang lower, so that they can be told apart. */
const depth = (from: number, to: number): number => Math.min(26, 8 + Math.abs(to - from) * 0.3)

/** „Sep.“, with the year in January and at the start. */
function monthName(day: string, isFirst: boolean): string {
  const withYear = isFirst || day.slice(5, 7) === '01'
  const date = new Date(`${day}T12:00:00`)
  return new Intl.DateTimeFormat(locale(), { month: 'short', ...(withYear && { year: 'numeric' }) }).format(
    date,
  )
}
