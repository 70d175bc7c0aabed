import { Link } from 'wouter'
import { useField } from '#client/document/hooks.ts'
import { StaticProse } from '#client/editor/StaticProse.tsx'
import { useText } from '#client/i18n/i18n.ts'
import { DecisionCommands } from '#client/kinds/minutes/decided/DecisionCommands.tsx'
import { Confirmed, FrozenWording } from '#client/kinds/minutes/decision/Confirmed.tsx'
import { Tally } from '#client/kinds/minutes/decision/Tally.tsx'
import { useVoters } from '#client/kinds/minutes/decision/useVoters.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { cx } from '#client/ui/cx.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { decisionSchema } from '#shared/kinds/minutes/schema.ts'
import s from './Meeting.module.css'
import { useMeeting } from './useMeeting.ts'
import { useWords } from './words.ts'

/** A motion on the table: its wording large, everybody's own count with large steps, and what the chair confirms. */
export function Motion(props: {
  readonly id: string
  readonly decision: RecordHandle<typeof decisionSchema>
  readonly item: { readonly id: string; readonly number: number }
  /** the motion is on now: it can be shown on the wall */
  readonly isCurrent: boolean
}) {
  const t = useText()
  const w = useWords()
  const { session, nameOf } = useMinutes()
  const { state, rights, act } = useMeeting()
  const { id, decision, item } = props
  const record = useRecord()
  const movedBy = useField(decision, 'movedBy')
  const subject = useField(decision, 'subject')
  const wording = useField(decision, 'wording')
  const rule = useField(decision, 'rule')
  const counts = useField(decision, 'tallyProposals')
  const voters = useVoters(useField(decision, 'excludedPersons'))
  const row = record.decisions.find(own => own.decisionId === id)
  const frozen = record.frozen.find(own => own.decisionId === id)
  const isCounted = rule !== 'empfehlung' && rule !== 'konsent'
  const isShown = state.shown === id
  const what = subject || w('motionOf', { number: item.number })
  const path = `decisions/${id}`
  const isWritten = paragraphTexts(wording).some(line => line.trim() !== '')
  const from = movedBy === null ? w('motion') : w('motionFrom', { name: nameOf(movedBy) })
  const head = rule === 'empfehlung' ? w('advice') : row ? w('decided') : from
  return (
    <article className={cx(s.motion, row !== undefined && s.voted)} aria-labelledby={`meeting-${id}`}>
      <h2 id={`meeting-${id}`} className={s.label}>
        {head}
        {subject === '' ? null : `: ${subject}`}
      </h2>
      {frozen ? (
        <FrozenWording wording={frozen.wording} path={`${path}/wording`} />
      ) : isWritten ? (
        <div className={s.wording}>
          <StaticProse nodes={wording} />
        </div>
      ) : (
        <p className={s.soft}>{w('wordingNone')}</p>
      )}
      <p className="dos">
        {frozen || session.access.get() === 'read' ? null : (
          <Link
            href={`/blatt/${session.info.id}#${path}/wording`}
            className="do"
            aria-label={`${w('rewrite')}: ${what}`}
          >
            {w('rewrite')}
          </Link>
        )}
        {rights.lead && props.isCurrent ? (
          <button
            type="button"
            className="do"
            aria-pressed={isShown}
            aria-label={`${w(isShown ? 'hide' : 'show')}: ${what}`}
            onClick={() => act({ type: 'show', decision: isShown ? null : id })}
          >
            {w(isShown ? 'hide' : 'show')}
          </button>
        ) : isShown ? (
          <span className={s.soft}>{w('shown')}</span>
        ) : null}
      </p>
      <div
        className={s.vote}
        id={`stimmen-${id}`}
        tabIndex={-1}
        role="group"
        aria-label={`${t('agenda.top', { number: item.number })}: ${what}`}
      >
        {row ? (
          <Confirmed row={row} counts={counts} isClosed={false} />
        ) : isCounted ? (
          <Tally
            what={what}
            path={`${path}/tallyProposals`}
            counts={counts}
            own={decision.owned('tallyProposals')}
            rule={rule}
            voters={voters}
          />
        ) : null}
        <DecisionCommands id={id} decision={decision} what={what} item={item.id} />
      </div>
    </article>
  )
}
