import { useField } from '#client/document/hooks.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { choice, looseText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { ElectionRecord } from '#shared/kinds/minutes/record.ts'
import type { candidateSchema, MajorityRule } from '#shared/kinds/minutes/schema.ts'
import s from './Decision.module.css'
import { Tally } from './Tally.tsx'
import { votesWords } from './tallyWords.ts'

/** Somebody who stands: a person of the space or a name, what was counted, and whether they accept. */
export function CandidateEntry(props: {
  readonly candidate: RecordHandle<typeof candidateSchema>
  readonly rule: MajorityRule
  readonly voters: number | null
  /** what was confirmed of the election */
  readonly row: ElectionRecord | undefined
  /** seats are open still: a further round can be counted */
  readonly isFurther: boolean
  readonly onRemove: () => void
}) {
  const w = useWords()
  const { readOnly, people, nameOf } = useMinutes()
  const { candidate, row, isFurther } = props
  const id = candidate.path.at(-1) ?? ''
  const confirmed = row?.candidates.find(own => own.candidateId === id)
  const isElected = row?.elected.includes(id) ?? false
  const stands = row?.accepted?.[id]
  const path = candidate.path.join('/')
  const person = useAtom(candidate, 'person')
  const name = useAtom(candidate, 'name')
  const accepted = useAtom(candidate, 'accepted')
  const counts = useField(candidate, 'tallyProposals')
  const shown = person.value === null ? (name.value ?? '') : nameOf(person.value)
  return (
    <li data-path={path}>
      <div className={s.stands}>
        <SelectField
          {...choice(person)}
          quiet
          label={w('election.candidate')}
          options={people}
          none={w('election.candidateNone')}
        />
        {person.value === null ? (
          <TextField
            {...looseText(name)}
            quiet
            label={w('election.name')}
            placeholder={w('election.nameNone')}
          />
        ) : null}
        {row ? (
          <span className={s.small}>
            {[
              w(isElected ? 'tally.elected' : 'tally.notElected'),
              stands === undefined ? '' : w(stands ? 'election.acceptedYes' : 'election.acceptedNo'),
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        ) : (
          <SelectField
            path={accepted.path}
            readOnly={readOnly}
            value={accepted.value === null ? null : accepted.value ? 'yes' : 'no'}
            write={value => accepted.set(value === null ? null : value === 'yes')}
            quiet
            label={`${w('election.accepted')}: ${shown}`}
            options={[
              { value: 'yes', label: w('election.acceptedYes') },
              { value: 'no', label: w('election.acceptedNo') },
            ]}
            none={w('election.acceptedNone')}
          />
        )}
        {readOnly || row ? null : (
          <button
            type="button"
            className={`do small noprint ${s.more}`}
            aria-label={`${w('election.removeCandidate')}: ${shown}`}
            onClick={props.onRemove}
          >
            {w('election.removeCandidate')}
          </button>
        )}
      </div>
      <Gloss path={path} />
      <Gloss path={`${path}/person`} />
      <Gloss path={`${path}/accepted`} />
      {confirmed ? (
        <p className={s.votes}>
          {votesWords(confirmed.votes)}
          <Gloss path={`${path}/votes`} />
          <Gloss path={`${path}/eligiblePresent`} />
        </p>
      ) : null}
      {confirmed && !isFurther ? null : (
        <Tally
          what={shown || w('election.head')}
          path={`${path}/tallyProposals`}
          counts={counts}
          own={candidate.owned('tallyProposals')}
          rule={props.rule}
          voters={props.voters}
          isElection
        />
      )}
    </li>
  )
}
