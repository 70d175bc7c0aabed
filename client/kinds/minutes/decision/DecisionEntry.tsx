import { useState } from 'react'
import { useField } from '#client/document/hooks.ts'
import { joined, plainDay } from '#client/i18n/format.ts'
import { wordFor } from '#client/kinds/minutes/options.ts'
import { ProseText } from '#client/kinds/minutes/ProseText.tsx'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { usePicked } from '#client/kinds/minutes/usePicked.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { part } from '#client/lib/part.ts'
import { choice, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { goTo } from '#client/sheet/goTo.ts'
import { cx } from '#client/ui/cx.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { Later } from '#client/ui/Later.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { decisionSchema } from '#shared/kinds/minutes/schema.ts'
import { Confirmed, FrozenWording } from './Confirmed.tsx'
import s from './Decision.module.css'
import { DecisionMore, type PartName } from './DecisionMore.tsx'
import { MethodAndRule } from './MethodAndRule.tsx'
import { Tally } from './Tally.tsx'
import { useDecisionWord } from './useDecisionOptions.ts'
import { useVoters } from './useVoters.ts'

const DecisionCommands = part(
  async () => (await import('#client/kinds/minutes/decided/DecisionCommands.tsx')).DecisionCommands,
)

/** One motion on its way to a decision: who moves it, its wording, how it is voted on, what was counted (domain.md 2.2). */
export function DecisionEntry(props: {
  readonly id: string
  readonly decision: RecordHandle<typeof decisionSchema>
  readonly top: string
  readonly item: string | null
}) {
  const w = useWords()
  const { readOnly, people } = useMinutes()
  const [opened, setOpened] = useState<readonly PartName[]>([])
  const { id, decision } = props
  const path = `decisions/${id}`
  const movedBy = useAtom(decision, 'movedBy')
  const voteMethod = useAtom(decision, 'voteMethod')
  const rule = useAtom(decision, 'rule')
  const excluded = useField(decision, 'excludedPersons')
  const counts = useField(decision, 'tallyProposals')
  const subject = useField(decision, 'subject')
  const voters = useVoters(excluded)
  const record = useRecord()
  const row = record.decisions.find(own => own.decisionId === id)
  const frozen = record.frozen.find(own => own.decisionId === id)
  const isSuperseded = record.superseded.some(own => own.decisionId === id)
  const isVoted = useIsVoted(props.item, Object.keys(counts).length > 0) || row !== undefined
  const isAdvice = rule.value === 'empfehlung'
  const isCounted = !isAdvice && rule.value !== 'konsent'
  const what = subject || w('decision.of', { top: props.top })
  const head = row?.register
    ? w('decision.number', { number: row.register })
    : w(isAdvice ? 'decision.headAdvice' : isVoted ? 'decision.headVoted' : 'decision.head')
  const stands = isSuperseded
    ? w('decision.superseded')
    : frozen
      ? w('decision.stands', { time: frozen.at })
      : row
        ? w('decision.confirmedAt', { time: row.at })
        : isAdvice
          ? null
          : w(isVoted ? 'decision.notConfirmed' : 'decision.notVoted')

  return (
    <article
      className={cx(s.decision, (isVoted || isAdvice) && s.voted)}
      id={`decision-${id}`}
      data-path={path}
      aria-labelledby={`decision-${id}-head`}
      tabIndex={-1}
    >
      <div className={s.head}>
        <h3 id={`decision-${id}-head`}>
          {head}
          {subject ? `: ${subject}` : ''} {stands === null ? null : <span>· {stands}</span>}
        </h3>
      </div>
      {frozen ? (
        <FrozenWording wording={frozen.wording} path={`${path}/wording`} />
      ) : (
        <div className={s.wording}>
          <ProseText
            record={decision}
            field="wording"
            label={`${w('decision.wording')}: ${what}`}
            placeholder={w(isAdvice ? 'decision.adviceNone' : 'decision.wordingNone')}
          />
        </div>
      )}
      <div className={s.meta}>
        <span className={cx(s.by, movedBy.value === null && 'noprint')}>
          <span aria-hidden="true">{w('decision.by')}</span>
          <SelectField
            {...choice(movedBy)}
            quiet
            small
            controlClass={s.soft}
            label={`${w('decision.movedBy')}: ${what}`}
            options={people}
            none={w('decision.movedByNone')}
          />
        </span>
        {row ? (
          <span>
            {[isAdvice ? '' : wordFor('voteMethod', voteMethod.value), wordFor('majorityRule', row.rule)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        ) : (
          <MethodAndRule voteMethod={isAdvice ? null : voteMethod} rule={rule} what={what} />
        )}
        {readOnly ? null : (
          <DecisionMore
            id={id}
            isDecided={row !== undefined || frozen !== undefined}
            decision={decision}
            what={what}
            onPart={part => {
              setOpened([...opened, part])
              goTo(`${path}/${part}`)
            }}
          />
        )}
      </div>
      <Gloss path={`${path}/wording`} />
      <Gloss path={path} />
      <Gloss path={`${path}/agendaItemId`} />
      <Facts decision={decision} />
      <Part decision={decision} field="motion" what={what} isOpen={opened.includes('motion')} />
      {row ? (
        <Confirmed row={row} counts={counts} isClosed={record.closing !== null} />
      ) : isCounted || Object.keys(counts).length > 0 ? (
        <Tally
          what={what}
          path={`${path}/tallyProposals`}
          counts={counts}
          own={decision.owned('tallyProposals')}
          rule={rule.value}
          voters={voters}
        />
      ) : (
        <p className={cx(s.small, s.facts, 'noprint')}>
          {w(isAdvice ? 'tally.empfehlung' : 'tally.konsent')}
        </p>
      )}
      <Later>
        <DecisionCommands id={id} decision={decision} what={what} item={props.item} />
      </Later>
      <Part decision={decision} field="dissentNote" what={what} isOpen={opened.includes('dissentNote')} />
    </article>
  )
}

/** Whether there was a vote: somebody counted, or the item says that it was decided. */
function useIsVoted(item: string | null, isCounted: boolean): boolean {
  const decided = usePicked(({ agenda }) => {
    const result = agenda.find(one => one.id === item)?.result
    return result === 'beschlossen' || result === 'geaendert_beschlossen' || result === 'abgelehnt'
  })
  return isCounted || decided
}

/** What was said in the slip „Mehr“, in small print: who takes no part, from when it holds, what it takes the place of. */
function Facts({ decision }: { readonly decision: RecordHandle<typeof decisionSchema> }) {
  const w = useWords()
  const { nameOf } = useMinutes()
  const excluded = useField(decision, 'excludedPersons')
  const validFrom = useField(decision, 'validFrom')
  const supersedes = useField(decision, 'supersedes')
  const wordOf = useDecisionWord()
  const lines = [
    excluded.length > 0 ? `${w('decision.excluded')}: ${joined(excluded.map(nameOf))}` : null,
    validFrom === null ? null : `${w('decision.validFrom')} ${plainDay(validFrom)}`,
    supersedes === null ? null : `${w('decision.supersedes')} ${wordOf(supersedes)}`,
  ].filter(line => line !== null)
  const path = decision.path.join('/')
  return (
    <>
      {lines.length > 0 ? (
        <div className={s.facts}>
          {lines.map(line => (
            <p key={line} className={s.small}>
              {line}
            </p>
          ))}
        </div>
      ) : null}
      <Gloss path={`${path}/excludedPersons`} />
      <Gloss path={`${path}/validFrom`} />
      <Gloss path={`${path}/supersedes`} />
    </>
  )
}

/** The motion as it was put, or a dissent: shown once somebody has begun it. */
function Part(props: {
  readonly decision: RecordHandle<typeof decisionSchema>
  readonly field: PartName
  readonly what: string
  readonly isOpen: boolean
}) {
  const w = useWords()
  const { decision, field } = props
  const isWritten = paragraphTexts(useField(decision, field)).some(line => line.trim() !== '')
  const path = [...decision.path, field].join('/')
  return (
    <>
      {isWritten || props.isOpen ? (
        <div className={s.part}>
          <span className={s.label} aria-hidden="true">
            {w(`decision.${field}`)}
          </span>
          <ProseText
            record={decision}
            field={field}
            label={`${w(`decision.${field}`)}: ${props.what}`}
            placeholder={w(`decision.${field}None`)}
          />
        </div>
      ) : null}
      <Gloss path={path} />
    </>
  )
}
