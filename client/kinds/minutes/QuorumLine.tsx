import { useProjection } from '#client/document/hooks.ts'
import { clockTime } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { part } from '#client/lib/part.ts'
import { useAtom } from '#client/sheet/atom.ts'
import { cx } from '#client/ui/cx.ts'
import type { Written } from '#client/ui/fields/draft.ts'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { Later } from '#client/ui/Later.tsx'
import { Popover } from '#client/ui/Popover.tsx'
import { quorum } from '#shared/rules/quorum.ts'
import s from './Attendance.module.css'
import { Tick } from './controls.tsx'
import { optionsOf } from './options.ts'
import { withMin, withOf, withPercent } from './quorumRule.ts'
import { useMeetingTime } from './useMeetingTime.ts'
import { useMinutes } from './useMinutes.ts'
import { useRecord } from './useRecord.ts'
import { useWords } from './words.ts'

const QuorumCommand = part(async () => (await import('./decided/QuorumCommand.tsx')).QuorumCommand)

/** The control shows its number, the atom is the whole rule. */
const keep = (answer: Written, shown: number | null): Written =>
  'problem' in answer ? answer : { value: shown === null ? '' : String(shown) }

/** The minute before: at the very end nobody is there any more (from ≤ t < to, domain.md 2.4). */
const minuteBefore = (time: string) =>
  clockTime(new Date(new Date(`2000-01-02T${time}:00`).getTime() - 60_000))

/** E(t) in one sentence, and the rule by which the meeting may decide. */
export function QuorumLine() {
  const t = useText()
  const w = useWords()
  const { session, readOnly, nameOf } = useMinutes()
  const { value } = useProjection(session)
  const record = useRecord()
  const { until, isNow } = useMeetingTime()
  const strict = useAtom(session.handle.record('quorum'), 'abstentionsBreakUnanimity')
  const rule = useAtom(session.handle.record('quorum'), 'rule')
  const at = value.header.end === null ? until : minuteBefore(value.header.end)
  const { present, eligible, needed, quorate } = quorum(value, at)
  const hasRule = rule.value !== null && rule.value.type !== 'keine'
  const counts = { present, eligible, needed }
  const says = !hasRule
    ? t('quorum.noRule', { count: present, eligible })
    : quorate
      ? t('quorum.yes', counts)
      : t('quorum.no', counts)
  const isEmpty = value.attendance.length === 0
  if (isEmpty && !hasRule) return null

  return (
    <div className={cx(s.quorum, hasRule && !quorate && !isEmpty && s.not)} data-path="quorum/rule">
      <span>
        {isNow || isEmpty ? '' : `${t('quorum.asOf', { time: at })} `}
        {isEmpty ? t('quorum.needs', counts) : says}
      </span>{' '}
      {readOnly ? null : (
        <Popover
          label={hasRule ? t('quorum.change') : t('quorum.enter')}
          className="small noprint"
          side="end"
        >
          {() => (
            <div className={s.rule}>
              <SelectField
                label={t('quorum.rule')}
                path="quorum/rule/type"
                value={rule.value?.type ?? 'keine'}
                options={optionsOf('quorumType')}
                write={type => {
                  if (type === 'mindestzahl')
                    rule.set({ type, min: Math.max(1, Math.ceil(eligible / 2)), of: eligible })
                  else if (type === 'anteil') rule.set({ type, percent: 50, of: eligible })
                  else rule.set({ type: 'keine' })
                }}
              />
              {rule.value?.type === 'mindestzahl' ? (
                <NumberField
                  label={t('quorum.min')}
                  path="quorum/rule/min"
                  value={rule.value.min}
                  write={min => keep(rule.try(withMin(rule.value, min)), min)}
                />
              ) : null}
              {rule.value?.type === 'anteil' ? (
                <NumberField
                  label={t('quorum.percent')}
                  path="quorum/rule/percent"
                  value={rule.value.percent}
                  write={percent => keep(rule.try(withPercent(rule.value, percent)), percent)}
                />
              ) : null}
              {hasRule ? (
                <NumberField
                  label={t('quorum.of')}
                  path="quorum/rule/of"
                  value={rule.value && 'of' in rule.value ? (rule.value.of ?? null) : null}
                  write={of => keep(rule.try(withOf(rule.value, of)), of)}
                />
              ) : null}
              <Tick atom={strict} label={w('quorum.abstentionsBreak')} />
            </div>
          )}
        </Popover>
      )}
      {record.quorum.map(({ at: time, by, present: there, eligible: entitled, result }) => (
        <p key={time} className={s.ascertained}>
          {w(result === 'beschlussfaehig' ? 'quorum.wasYes' : 'quorum.wasNo', {
            time,
            name: nameOf(by),
            present: there,
            eligible: entitled,
          })}
        </p>
      ))}
      {record.closing === null && !isEmpty ? (
        <Later>
          <QuorumCommand />
        </Later>
      ) : null}
    </div>
  )
}
