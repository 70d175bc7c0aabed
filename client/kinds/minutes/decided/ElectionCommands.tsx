import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useField } from '#client/document/hooks.ts'
import { joined } from '#client/i18n/format.ts'
import { countsDiffer, votesWords } from '#client/kinds/minutes/decision/tallyWords.ts'
import { useCandidateNames } from '#client/kinds/minutes/decision/useCandidateNames.ts'
import { useVoters } from '#client/kinds/minutes/decision/useVoters.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { usePicked } from '#client/kinds/minutes/usePicked.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import type { Intention } from '#client/offline/intentions.ts'
import { announce } from '#client/ui/announce.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { electionSchema, MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { votesCast } from '#shared/rules/majority.ts'
import { elected } from '#shared/rules/majorityElection.ts'
import { Answer } from './Answer.tsx'
import s from './Decided.module.css'
import { Intentions, useIntentions } from './Intentions.tsx'
import { MadeEarlier } from './MadeEarlier.tsx'
import { useCommand } from './useCommand.ts'
import { useFunctions } from './useFunctions.ts'
import { useWords } from './words.ts'

const names: ReadonlySet<string> = new Set(['confirmElection', 'acceptElection'])
const countsIn = ({ elections }: MinutesDraft) =>
  elections.map(({ id, candidates }) => ({
    id,
    candidates: candidates.map(own => ({ id: own.id, counts: Object.values(own.tallyProposals) })),
  }))

/** What the chair decides about an election: each round, and whether who was elected accepts (domain.md 2.2, Wahl). */
export function ElectionCommands(props: {
  readonly id: string
  readonly election: RecordHandle<typeof electionSchema>
  readonly what: string
}) {
  const w = useWords()
  const { session } = useMinutes()
  const { id, election, what } = props
  const record = useRecord()
  const { isChair } = useFunctions()
  const command = useCommand()
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const nameOf = useCandidateNames(id)
  const seats = useField(election, 'seats')
  const rule = useField(election, 'rule')
  const strict = useField(session.handle.record('quorum'), 'abstentionsBreakUnanimity')
  const voters = useVoters(useField(election, 'excludedPersons'))
  const candidates = usePicked(countsIn).find(own => own.id === id)?.candidates ?? []
  const intentions = useIntentions(own => names.has(own.name) && concerns(own, id))
  const row = record.elections.find(own => own.electionId === id)
  const kept = row?.elected.filter(one => row.accepted?.[one] !== false) ?? []
  const isWaiting = intentions.some(({ progress }) => progress.state === 'waiting')
  const mayDecide = isChair && record.closing === null
  const isOffered = mayDecide && !isWaiting && candidates.length > 0 && kept.length < seats
  const counted = candidates.flatMap(({ id: candidate, counts }) => {
    const [votes] = counts
    return votes === undefined || countsDiffer(counts) ? [] : [{ candidate, votes }]
  })
  const missing = candidates
    .filter(own => !counted.some(({ candidate }) => candidate === own.id))
    .map(own => nameOf(own.id))
  const winners = elected(
    rule,
    counted.map(({ candidate, votes }) => ({ id: candidate, votes })),
    {
      seats,
      eligiblePresent: voters ?? Math.max(0, ...counted.map(({ votes }) => votesCast(votes))),
      abstentionsBreakUnanimity: strict,
    },
  )
  const close = () => {
    flushSync(() => setOpen(false))
    opener.current?.focus()
  }
  const confirm = async () => {
    const { outcome } = await command.run('confirmElection', { election: id, candidates: counted })
    if (outcome === 'failed') return
    close()
    if (outcome === 'done') announce(w('round.done'))
  }
  const unasked = row && mayDecide ? row.elected.filter(one => row.accepted?.[one] === undefined) : []
  return (
    <div className={s.commands} data-path={`elections/${id}/commands`}>
      <Intentions of={intentions} />
      <MadeEarlier of={own => own.kind === 'electionConfirmed' && own.election === id} />
      {unasked
        .filter(candidate => !intentions.some(own => isAbout(own, candidate)))
        .map(candidate => (
          <p key={candidate} className="dos noprint">
            <span>{w('accept.ask', { name: nameOf(candidate) })}</span>
            {([true, false] as const).map(accepted => (
              <button
                key={String(accepted)}
                type="button"
                className="do"
                aria-label={w(accepted ? 'accept.yesOf' : 'accept.noOf', { name: nameOf(candidate) })}
                disabled={command.now.state === 'sending'}
                onClick={() => void command.run('acceptElection', { election: id, candidate, accepted })}
              >
                {w(accepted ? 'accept.yes' : 'accept.no')}
              </button>
            ))}
          </p>
        ))}
      {isOffered && isOpen ? (
        <div className={s.sure} role="group" aria-label={w(row ? 'round.againOf' : 'round.of', { what })}>
          {missing.length > 0 ? <p>{w('round.missing', { names: joined(missing) })}</p> : null}
          {counted.map(({ candidate, votes }) => (
            <p key={candidate} className={s.lining}>
              {nameOf(candidate)}: {votesWords(votes)}
            </p>
          ))}
          {missing.length === 0 ? (
            <>
              <p>
                {winners.length === 0
                  ? w('round.wouldNobody')
                  : w('round.would', { names: joined(winners.map(nameOf)) })}
              </p>
              <p>{w('confirm.final')}</p>
            </>
          ) : null}
          <p className="dos">
            <button
              type="button"
              className="do main"
              autoFocus={missing.length === 0}
              disabled={missing.length > 0 || command.now.state === 'sending'}
              onClick={() => void confirm()}
            >
              {w('round.do')}
            </button>
            <button type="button" className="do" autoFocus={missing.length > 0} onClick={close}>
              {w('cancel')}
            </button>
          </p>
        </div>
      ) : null}
      {isOffered && !isOpen ? (
        <p className="dos noprint">
          <button
            ref={opener}
            type="button"
            className="do"
            aria-label={w(row ? 'round.againOf' : 'round.of', { what })}
            onClick={() => {
              command.rest()
              setOpen(true)
            }}
          >
            {w(row ? 'round.again' : 'round.do')}
          </button>
        </p>
      ) : null}
      <Answer now={command.now} />
    </div>
  )
}

const concerns = ({ input }: Intention, election: string): boolean =>
  typeof input === 'object' && input !== null && 'election' in input && input.election === election

const isAbout = ({ input }: Intention, candidate: string): boolean =>
  typeof input === 'object' && input !== null && 'candidate' in input && input.candidate === candidate
