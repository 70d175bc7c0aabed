import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useField } from '#client/document/hooks.ts'
import { joined } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { offered } from '#client/ui/offer.ts'
import type { OwnedHandle } from '#shared/document/handle.ts'
import type { MajorityRule, Votes, votesSchema } from '#shared/kinds/minutes/schema.ts'
import s from './Decision.module.css'
import { countsDiffer, tallySentence, votesWords } from './tallyWords.ts'
import { VoteSteps } from './VoteSteps.tsx'

/**
 * What has been counted: everybody under their own name (domain.md 2.6, modelling rule 3), and what it would mean.
 * A count is a proposal; the confirmed one comes from the chair and stands on the other side.
 */
export function Tally(props: {
  /** what is voted on, for a screen reader */
  readonly what: string
  readonly path: string
  readonly counts: Readonly<Record<string, Votes>>
  readonly own: OwnedHandle<typeof votesSchema>
  readonly rule: MajorityRule
  /** how many may vote now; `null` where the moment of the vote is not known */
  readonly voters: number | null
  /** votes for a candidate: who is elected is said once for all of them */
  readonly isElection?: boolean
}) {
  const t = useText()
  const w = useWords()
  const { session, readOnly, nameOf } = useMinutes()
  const [isCounting, setCounting] = useState(false)
  const begin = useRef<HTMLButtonElement>(null)
  // the form goes with its focus; the word that opened it is where one was
  const end = () => {
    flushSync(() => setCounting(false))
    begin.current?.focus()
  }
  const { counts, own, rule } = props
  const isStrict = useField(session.handle.record('quorum'), 'abstentionsBreakUnanimity')
  const mine = counts[session.self]
  const entries = Object.entries(counts)
  const votes = entries.map(([, count]) => count)
  const differ = countsDiffer(votes)
  const shown = mine ?? votes.at(-1)
  const counters = entries.map(([person]) => (person === session.self ? w('tally.you') : nameOf(person)))

  const enter = (count: Votes) => {
    step(session, () => own.set(session.self, count))
    end()
    announce(w('tally.entered', { votes: votesWords(count) }))
  }
  const withdraw = () => {
    step(session, () => session.handle.transact(() => own.y.delete(session.self)))
    end()
    announce(w('tally.withdrawn'))
    offered.set({
      says: w('tally.withdrawn'),
      does: t('offer.bringBack'),
      run: () => {
        if (mine) step(session, () => own.set(session.self, mine))
      },
    })
  }

  return (
    <div className={s.tally} data-path={props.path} role="group" aria-label={w('tally.title')}>
      {entries.length > 0 && (differ || props.isElection || isCounting) ? (
        <ul className={s.counts} aria-label={w('tally.proposals')}>
          {entries.map(([person, count]) => (
            <li key={person}>
              <span className={s.counter}>
                {person === session.self ? w('tally.mine') : w('tally.by', { name: nameOf(person) })}
              </span>{' '}
              <span className={s.votes}>{votesWords(count)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {isCounting ? (
        <VoteSteps
          what={props.what}
          // everybody counts for themselves: what others counted is not offered
          start={mine}
          sentence={votes => tallySentence(votes, rule, props.voters, isStrict)}
          ways={[{ label: w('tally.enter'), run: enter }]}
          onCancel={end}
          onWithdraw={mine === undefined ? undefined : withdraw}
        />
      ) : (
        <>
          {shown && !differ && !props.isElection ? (
            <p className={s.sum}>{tallySentence(shown, rule, props.voters, isStrict)}</p>
          ) : null}
          <Gloss path={props.path} />
          {entries.length > 0 && !props.isElection ? (
            <p className={s.small}>
              {differ ? null : `${w('tally.countedBy', { names: joined(counters) })} `}
              {w('tally.unconfirmed')}
            </p>
          ) : null}
          {readOnly ? null : (
            <p className="dos noprint">
              <button
                ref={begin}
                type="button"
                className="do"
                aria-label={w(mine ? 'tally.recountOf' : 'tally.countOf', { what: props.what })}
                onClick={() => setCounting(true)}
              >
                {w(mine ? 'tally.recount' : 'tally.count')}
              </button>
            </p>
          )}
        </>
      )}
    </div>
  )
}
