import { useCallback } from 'react'
import { useThings } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { addDecision, addElection } from '#client/kinds/minutes/itemActions.ts'
import { useEntriesOf } from '#client/kinds/minutes/useEntriesOf.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { useTraits } from '#client/kinds/minutes/useTraits.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { cx } from '#client/ui/cx.ts'
import type { AgendaType } from '#shared/kinds/minutes/schema.ts'
import { Confirmed, FrozenWording } from './Confirmed.tsx'
import s from './Decision.module.css'
import { DecisionEntry } from './DecisionEntry.tsx'
import { ElectionEntry } from './ElectionEntry.tsx'

/** The types of item in which somebody may be elected; elsewhere the word would only be in the way. */
const elects: ReadonlySet<AgendaType> = new Set(['wahl', 'beschluss', 'formalia'])

/** The motions and elections of an agenda item, and the ways to add one where the meeting votes at all. */
export function Decisions({
  item,
  top,
  type,
}: {
  readonly item: string
  readonly top: string
  readonly type: AgendaType
}) {
  const w = useWords()
  const { session, readOnly } = useMinutes()
  const { votes, rule } = useTraits()
  const belongs = useCallback((id: string | null) => id === item, [item])
  return (
    <>
      <Entries belongs={belongs} top={top} item={item} />
      {readOnly || votes === 'none' ? null : (
        <p className={`dos noprint ${s.adds}`}>
          <button
            type="button"
            className="do small"
            aria-label={w(votes === 'advisory' ? 'decision.addRecommendationTo' : 'decision.addTo', { top })}
            onClick={() => goTo(`decisions/${addDecision(session, item, rule)}/wording`)}
          >
            {w(votes === 'advisory' ? 'decision.addRecommendation' : 'decision.add')}
          </button>
          {votes === 'advisory' || !elects.has(type) ? null : (
            <button
              type="button"
              className="do small"
              aria-label={w('election.addTo', { top })}
              onClick={() => goTo(`elections/${addElection(session, item, rule)}/office`)}
            >
              {w('election.add')}
            </button>
          )}
        </p>
      )}
    </>
  )
}

/** Motions and elections that belong to no item, or to one that was taken off the agenda. Nothing where there is none. */
export function OtherDecisions() {
  const t = useText()
  const w = useWords()
  const { session } = useMinutes()
  const agenda = useThings(session.handle.list('agenda'))
  const belongs = useCallback((id: string | null) => id === null || !agenda.includes(id), [agenda])
  const decisions = useEntriesOf(session.handle.list('decisions'), belongs)
  const elections = useEntriesOf(session.handle.list('elections'), belongs)
  const lost = useLostDecisions()
  if (decisions.length + elections.length + lost.length === 0) return null
  return (
    <section
      className="item"
      id="decisions"
      data-path="decisions"
      aria-labelledby="decisions-head"
      tabIndex={-1}
    >
      <h2 id="decisions-head">{w('decision.others')}</h2>
      <Entries belongs={belongs} top={t('tasks.itemNone')} item={null} />
      {lost.map(id => (
        <LostDecision key={id} id={id} />
      ))}
    </section>
  )
}

/** What was decided and is in the draft no longer: nobody takes a decision away by editing (ARCHITECTURE 1). */
function useLostDecisions(): readonly string[] {
  const { session } = useMinutes()
  const ids = useThings(session.handle.list('decisions'))
  const record = useRecord()
  const decided = [...record.decisions, ...record.frozen].map(row => row.decisionId)
  return [...new Set(decided)].filter(id => !ids.includes(id))
}

function LostDecision({ id }: { readonly id: string }) {
  const w = useWords()
  const record = useRecord()
  const row = record.decisions.find(own => own.decisionId === id)
  const frozen = record.frozen.find(own => own.decisionId === id)
  return (
    <article
      className={cx(s.decision, s.voted)}
      data-path={`decisions/${id}`}
      aria-labelledby={`decision-${id}-head`}
      tabIndex={-1}
    >
      <div className={s.head}>
        <h3 id={`decision-${id}-head`}>
          {row?.register ? w('decision.number', { number: row.register }) : w('decision.headVoted')}
        </h3>
      </div>
      {frozen ? <FrozenWording wording={frozen.wording} path={`decisions/${id}/wording`} /> : null}
      {row ? <Confirmed row={row} counts={noCounts} isClosed={record.closing !== null} /> : null}
      <p className={s.small}>{w('decision.lost')}</p>
    </article>
  )
}
const noCounts = {}

function Entries(props: {
  readonly belongs: (agendaItemId: string | null) => boolean
  readonly top: string
  readonly item: string | null
}) {
  const { session } = useMinutes()
  const decisions = session.handle.list('decisions')
  const elections = session.handle.list('elections')
  return (
    <>
      {useEntriesOf(decisions, props.belongs).map(id => {
        const decision = decisions.get(id)
        return decision ? <DecisionEntry key={id} id={id} decision={decision} {...props} /> : null
      })}
      {useEntriesOf(elections, props.belongs).map(id => {
        const election = elections.get(id)
        return election ? <ElectionEntry key={id} id={id} election={election} {...props} /> : null
      })}
    </>
  )
}
