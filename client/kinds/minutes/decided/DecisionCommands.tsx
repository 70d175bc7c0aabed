import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useField } from '#client/document/hooks.ts'
import { joined } from '#client/i18n/format.ts'
import { text } from '#client/i18n/i18n.ts'
import { countsDiffer, tallySentence } from '#client/kinds/minutes/decision/tallyWords.ts'
import { useVoters } from '#client/kinds/minutes/decision/useVoters.ts'
import { VoteSteps } from '#client/kinds/minutes/decision/VoteSteps.tsx'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { word as minutesWord } from '#client/kinds/minutes/words.ts'
import type { Intention } from '#client/offline/intentions.ts'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { offered } from '#client/ui/offer.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import { minutesPayloadSchema } from '#shared/kinds/minutes/payload.ts'
import type { decisionSchema, Votes } from '#shared/kinds/minutes/schema.ts'
import type { LedgerRow } from '#shared/ledger/row.ts'
import { voteResult } from '#shared/rules/majority.ts'
import { Answer } from './Answer.tsx'
import s from './Decided.module.css'
import { Intentions, useIntentions } from './Intentions.tsx'
import { MadeEarlier } from './MadeEarlier.tsx'
import { ObjectionSteps } from './ObjectionSteps.tsx'
import { Sure } from './Sure.tsx'
import { useCommand } from './useCommand.ts'
import { useFunctions } from './useFunctions.ts'
import { useWords, word } from './words.ts'

type Open = 'nothing' | 'confirm' | 'freeze'
const names: ReadonlySet<string> = new Set(['confirmTally', 'freezeWording', 'confirmTallyAndFreeze'])

/** What the chair decides about a motion: the count that holds, and the wording that stands (domain.md 2.6, rules 3 and 4). */
export function DecisionCommands(props: {
  readonly id: string
  readonly decision: RecordHandle<typeof decisionSchema>
  readonly what: string
  readonly item: string | null
}) {
  const w = useWords()
  const { session, nameOf } = useMinutes()
  const { id, decision, what } = props
  const record = useRecord()
  const { isChair } = useFunctions()
  const command = useCommand()
  const [open, setOpen] = useState<Open>('nothing')
  const [otherE, setOtherE] = useState<string | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const rule = useField(decision, 'rule')
  const counts = useField(decision, 'tallyProposals')
  const excluded = useField(decision, 'excludedPersons')
  const strict = useField(session.handle.record('quorum'), 'abstentionsBreakUnanimity')
  const voters = useVoters(excluded)
  const intentions = useIntentions(own => names.has(own.name) && concerns(own, id))
  const isConfirmed = record.decisions.some(row => row.decisionId === id)
  const isFrozen = record.frozen.some(row => row.decisionId === id)
  const refusals = record.refusals.filter(row => row.decisionId === id)
  const refused = isConfirmed || intentions.length > 0 ? undefined : refusals.at(-1)

  const isWaiting = intentions.some(({ progress }) => progress.state === 'waiting')
  const mayDecide = isChair && record.closing === null && !isWaiting
  const postpone = <Postpone item={props.item} what={what} />
  const close = () => {
    flushSync(() => setOpen('nothing'))
    opener.current?.focus()
  }

  const decide = async (both: boolean, votes: Votes | null, objections: number | null) => {
    const seen = voters
    setOtherE(null)
    const name = both ? 'confirmTallyAndFreeze' : 'confirmTally'
    const answer = await command.run(name, { decision: id, votes, objections })
    if (answer.outcome === 'failed') return
    close()
    if (answer.outcome !== 'done') return
    const tally = tallyOf(answer.rows)
    if (tally && seen !== null && tally.E !== seen)
      setOtherE(word('confirm.otherE', { counted: tally.E, seen }))
    announce(
      tally?.result
        ? w('confirm.done', { result: minutesWord(`result.${tally.result}`) })
        : w('confirm.doneNone'),
    )
  }
  const freeze = async () => {
    const answer = await command.run('freezeWording', { decision: id })
    if (answer.outcome !== 'failed') close()
    if (answer.outcome === 'done') announce(w('freeze.done'))
  }

  const votes = Object.values(counts)
  const [first] = votes
  const agreed = first !== undefined && !countsDiffer(votes) ? first : undefined
  const counters = Object.keys(counts).map(nameOf)
  const before =
    agreed !== undefined
      ? w('confirm.agreed', { names: joined(counters) })
      : w(first === undefined ? 'confirm.alone' : 'confirm.differ')
  const sending = command.now.state === 'sending'

  return (
    <div className={s.commands} data-path={`decisions/${id}/commands`}>
      {refused === undefined || command.now.state === 'refused' ? null : (
        <>
          <p className={s.soft}>
            {refused.at} ·{' '}
            {refused.reason === 'nicht_beschlussfaehig'
              ? w('confirm.notQuorate', { present: refused.eligiblePresent, needed: refused.needed })
              : w('refused.moreVotesThanEligible', {
                  votes: sumOf(refused.votes),
                  eligible: refused.eligiblePresent,
                })}
          </p>
          {refused.reason === 'nicht_beschlussfaehig' ? postpone : null}
        </>
      )}
      <Intentions
        of={intentions}
        offer={({ progress }) =>
          progress.state === 'refused' && progress.reason === 'notQuorate' ? postpone : null
        }
      />
      <MadeEarlier of={own => own.kind === 'tallyConfirmed' && own.decision === id} />
      {otherE === null ? null : <p className={s.seen}>{otherE}</p>}
      {open === 'confirm' ? (
        rule === 'konsent' ? (
          <ObjectionSteps
            what={w('confirm.of', { what })}
            sentence={objections => {
              const result = voteResult('konsent', { votes: null, eligiblePresent: 0, objections })
              return w('confirm.konsentWould', {
                count: objections,
                result: result === null ? '–' : minutesWord(`result.${result}`),
              })
            }}
            isSending={sending}
            canFreeze={!isFrozen}
            onConfirm={(both, objections) => void decide(both, null, objections)}
            onCancel={close}
          />
        ) : (
          <>
            <VoteSteps
              what={w('confirm.of', { what })}
              start={agreed ?? refused?.votes ?? undefined}
              before={before}
              sentence={own => tallySentence(own, rule, voters, strict)}
              after={w('confirm.final')}
              ways={[
                ...(isFrozen
                  ? []
                  : [{ label: w('confirm.both'), run: (own: Votes) => void decide(true, own, null) }]),
                {
                  label: isFrozen ? w('confirm.do') : w('confirm.only'),
                  run: (own: Votes) => void decide(false, own, null),
                },
              ]}
              isSending={sending}
              onCancel={close}
            />
          </>
        )
      ) : null}
      {open === 'freeze' ? (
        <Sure
          label={w('freeze.of', { what })}
          says={w(rule === 'empfehlung' ? 'confirm.adviceSure' : 'freeze.sure')}
          does={w(rule === 'empfehlung' ? 'confirm.advice' : 'freeze.do')}
          isSending={sending}
          onDo={() => void (rule === 'empfehlung' ? decide(true, null, null) : freeze())}
          onCancel={close}
        />
      ) : null}
      {open === 'nothing' && mayDecide ? (
        <Choices
          isConfirmed={isConfirmed}
          isFrozen={isFrozen}
          isAdvice={rule === 'empfehlung'}
          what={what}
          opener={opener}
          onOpen={which => {
            command.rest()
            setOtherE(null)
            setOpen(which)
          }}
        />
      ) : null}
      <Answer now={command.now}>
        {command.now.state === 'refused' && command.now.reason === 'notQuorate' ? postpone : null}
      </Answer>
    </div>
  )
}

function Choices(props: {
  readonly isConfirmed: boolean
  readonly isFrozen: boolean
  readonly isAdvice: boolean
  readonly what: string
  readonly opener: React.RefObject<HTMLButtonElement | null>
  readonly onOpen: (which: Open) => void
}) {
  const w = useWords()
  const { isConfirmed, isFrozen, isAdvice, what, opener } = props
  if (isConfirmed && isFrozen) return null
  return (
    <p className="dos noprint">
      {isConfirmed || isAdvice ? null : (
        <button
          ref={opener}
          type="button"
          className="do"
          aria-label={w('confirm.of', { what })}
          onClick={() => props.onOpen('confirm')}
        >
          {w('confirm.do')}
        </button>
      )}
      {isFrozen ? null : (
        <button
          ref={isConfirmed || isAdvice ? opener : undefined}
          type="button"
          className="do"
          aria-label={w(isAdvice && !isConfirmed ? 'confirm.adviceOf' : 'freeze.of', { what })}
          onClick={() => props.onOpen('freeze')}
        >
          {w(isAdvice && !isConfirmed ? 'confirm.advice' : 'freeze.do')}
        </button>
      )}
    </p>
  )
}

/** „Vertagen“: the item's result, a word of the draft that can be undone. */
export function Postpone(props: { readonly item: string | null; readonly what: string }): ReactNode {
  const w = useWords()
  const { session, readOnly } = useMinutes()
  const item = props.item === null ? null : session.handle.list('agenda').get(props.item)
  if (!item || readOnly || item.get('result') === 'vertagt') return null
  const run = () => {
    step(session, () => item.set('result', 'vertagt'))
    announce(w('postpone.done'))
    offered.set({ says: w('postpone.done'), does: text('offer.undo'), run: () => session.undo.undo() })
  }
  return (
    <p className="dos noprint">
      <button type="button" className="do" aria-label={w('postpone.of', { what: props.what })} onClick={run}>
        {w('postpone')}
      </button>
    </p>
  )
}

const concerns = ({ input }: Intention, decision: string): boolean =>
  typeof input === 'object' && input !== null && 'decision' in input && input.decision === decision

function tallyOf(rows: readonly Pick<LedgerRow, 'payload'>[]) {
  for (const row of rows) {
    const payload = minutesPayloadSchema.safeParse(row.payload)
    if (payload.success && payload.data.kind === 'tallyConfirmed') return payload.data
  }
  return null
}

const sumOf = (votes: Votes | null): number =>
  votes === null ? 0 : votes.yes + votes.no + votes.abstain + votes.invalid
