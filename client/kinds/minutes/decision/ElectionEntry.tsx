import { useField, useThings } from '#client/document/hooks.ts'
import { joined } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { removeElection } from '#client/kinds/minutes/itemActions.ts'
import { useAgendaOptions } from '#client/kinds/minutes/useAgendaOptions.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { usePicked } from '#client/kinds/minutes/usePicked.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { part } from '#client/lib/part.ts'
import { choice, people as peopleOf, plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { goTo } from '#client/sheet/goTo.ts'
import { addThing, removeThing } from '#client/sheet/things.ts'
import { cx } from '#client/ui/cx.ts'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { PeopleField } from '#client/ui/fields/PeopleField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { Later } from '#client/ui/Later.tsx'
import { Popover } from '#client/ui/Popover.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { ElectionRecord } from '#shared/kinds/minutes/record.ts'
import type { electionSchema } from '#shared/kinds/minutes/schema.ts'
import { votesCast } from '#shared/rules/majority.ts'
import { elected } from '#shared/rules/majorityElection.ts'
import { CandidateEntry } from './CandidateEntry.tsx'
import s from './Decision.module.css'
import { MethodAndRule } from './MethodAndRule.tsx'
import { countsDiffer } from './tallyWords.ts'
import { useCandidateNames } from './useCandidateNames.ts'
import { useVoters } from './useVoters.ts'

const ElectionCommands = part(
  async () => (await import('#client/kinds/minutes/decided/ElectionCommands.tsx')).ElectionCommands,
)

/** An election: office, who stands, what was counted for each, and who accepts (domain.md 2.2, Wahl). */
export function ElectionEntry(props: {
  readonly id: string
  readonly election: RecordHandle<typeof electionSchema>
  readonly top: string
}) {
  const t = useText()
  const w = useWords()
  const { session, readOnly, people } = useMinutes()
  const { id, election } = props
  const path = `elections/${id}`
  const office = useAtom(election, 'office')
  const seats = useAtom(election, 'seats')
  const voteMethod = useAtom(election, 'voteMethod')
  const rule = useAtom(election, 'rule')
  const excluded = useAtom(election, 'excludedPersons')
  const agendaItemId = useAtom(election, 'agendaItemId')
  const items = useAgendaOptions()
  const candidates = election.list('candidates')
  const ids = useThings(candidates)
  const voters = useVoters(useField(election, 'excludedPersons'))
  const record = useRecord()
  const row = record.elections.find(own => own.electionId === id)
  const kept = row?.elected.filter(one => row.accepted?.[one] !== false) ?? []
  const isFurther = row !== undefined && kept.length < seats.value && record.closing === null
  const outcome = useOutcome(id)
  const what = office.value || w('election.of', { top: props.top })

  return (
    <article
      className={cx(s.decision, (outcome !== null || row !== undefined) && s.voted)}
      id={`election-${id}`}
      data-path={path}
      aria-labelledby={`election-${id}-head`}
      tabIndex={-1}
    >
      <div className={s.head}>
        <h3 id={`election-${id}-head`}>
          {row?.register ? w('decision.number', { number: row.register }) : w('election.head')}
          {office.value ? <span className="sr">: {office.value}</span> : null}{' '}
          <span>
            ·{' '}
            {row
              ? w('decision.confirmedAt', { time: row.at })
              : w(outcome === null ? 'decision.notVoted' : 'decision.notConfirmed')}
          </span>
        </h3>
      </div>
      <TextField
        {...plainText(office)}
        quiet
        label={`${w('election.office')}: ${what}`}
        textClass={s.office}
        placeholder={w('election.officeNone')}
      />
      <div className={s.meta}>
        <span className={cx(s.by, s.seats)}>
          <span aria-hidden="true">{w('election.seats')}</span>
          <NumberField
            path={seats.path}
            readOnly={readOnly}
            value={seats.value}
            write={count => seats.try(count ?? 1)}
            quiet
            small
            label={`${w('election.seats')}: ${what}`}
          />
        </span>
        <MethodAndRule voteMethod={voteMethod} rule={rule} what={what} />
        {readOnly ? null : (
          <span className={`${s.more} noprint`}>
            <Popover label="⋯" name={w('election.moreOn', { what })} className={s.dots} side="end">
              {close => (
                <div className={s.slip}>
                  <PeopleField {...peopleOf(excluded)} label={w('decision.excluded')} options={people} />
                  <SelectField
                    {...choice(agendaItemId)}
                    label={w('decision.item')}
                    options={items}
                    none={t('tasks.itemNone')}
                  />
                  {row ? null : (
                    <button
                      type="button"
                      className="do lose"
                      onClick={() => {
                        close()
                        removeElection(session, id)
                      }}
                    >
                      {w('election.remove')}
                    </button>
                  )}
                </div>
              )}
            </Popover>
          </span>
        )}
      </div>
      <Gloss path={`${path}/office`} />
      <Gloss path={path} />
      <Gloss path={`${path}/candidates`} />
      {ids.length > 0 ? (
        <ul className={s.candidates} aria-label={w('election.candidates')}>
          {ids.map(candidate => {
            const record = candidates.get(candidate)
            return record ? (
              <CandidateEntry
                key={candidate}
                candidate={record}
                rule={rule.value}
                voters={voters}
                row={row}
                isFurther={isFurther}
                onRemove={() => removeThing(session, candidates, candidate, w('election.removedCandidate'))}
              />
            ) : null
          })}
        </ul>
      ) : null}
      {row ? <Elected row={row} /> : null}
      {outcome === null || row ? null : (
        <>
          <p className={s.sum}>
            {outcome.length === 0
              ? w('election.nobody')
              : w(outcome.length === 1 ? 'election.wouldOne' : 'election.wouldMany', {
                  names: joined(outcome),
                })}
          </p>
          <p className={s.small}>{w('election.unconfirmed')}</p>
        </>
      )}
      <Later>
        <ElectionCommands id={id} election={election} what={what} />
      </Later>
      {readOnly || row ? null : (
        <p className="dos noprint">
          <button
            type="button"
            className="do small"
            onClick={() => goTo(`${path}/candidates/${addThing(session, candidates, {})}/person`)}
          >
            {w('election.addCandidate')}
          </button>
        </p>
      )}
    </article>
  )
}

/** Who is elected, in which round, and who confirmed it. */
function Elected({ row }: { readonly row: ElectionRecord }) {
  const w = useWords()
  const { nameOf } = useMinutes()
  const names = useCandidateNames(row.electionId)
  const winners = row.elected.map(names)
  return (
    <div data-path={`elections/${row.electionId}/elected`}>
      <p className={s.sum}>
        {winners.length === 0
          ? w('election.electedNobody')
          : w(winners.length === 1 ? 'election.electedOne' : 'election.electedMany', {
              names: joined(winners),
            })}
      </p>
      <p className={s.small}>
        {[
          (row.round ?? 1) > 1 ? `${w('election.round', { number: row.round ?? 1 })}.` : '',
          w('tally.thereOnly', { present: row.eligiblePresent }),
          row.by === undefined
            ? w('tally.confirmedAt', { time: row.at })
            : w('tally.confirmedBy', { name: nameOf(row.by), time: row.at }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <Gloss path={`elections/${row.electionId}/elected`} />
      <Gloss path={`elections/${row.electionId}/register`} />
    </div>
  )
}

/** The names of those who would be elected by the counts as they stand; `null` while a candidate has none, or counts differ. */
function useOutcome(id: string): readonly string[] | null {
  const { nameOf } = useMinutes()
  const chosen = usePicked(value => {
    const election = value.elections.find(one => one.id === id)
    if (!election || election.candidates.length === 0) return null
    const counted = election.candidates.flatMap(({ id, tallyProposals }) => {
      const counts = Object.values(tallyProposals)
      const [votes] = counts
      return votes === undefined || countsDiffer(counts) ? [] : [{ id, votes }]
    })
    if (counted.length < election.candidates.length) return null
    const eligiblePresent = Math.max(...counted.map(({ votes }) => votesCast(votes)))
    return elected(election.rule, counted, { seats: election.seats, eligiblePresent }).map(winner => {
      const { person, name } = election.candidates.find(one => one.id === winner) ?? {}
      return { person: person ?? null, name: name ?? null }
    })
  })
  return chosen?.map(({ person, name }) => (person === null ? (name ?? '–') : nameOf(person))) ?? null
}
