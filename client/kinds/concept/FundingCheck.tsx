import { isoDay, plainDay } from '#client/i18n/format.ts'
import { type Atom, choice, moment, number, useAtom } from '#client/sheet/atom.ts'
import { useGroupRecord } from '#client/sheet/GroupFactsProvider.tsx'
import { step } from '#client/sheet/writing.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import {
  deadlineFor,
  type FundingRule,
  fundingCheck,
  type GroupState,
  type MissingCondition,
} from '#shared/rules/funding.ts'
import { fundingRules } from '#shared/rules/fundingRules.ts'
import s from './FundingCheck.module.css'
import { optionsOf } from './options.ts'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/**
 * The funding check (domain.md 3.5): what the published rules ask of a group and what is still missing. It explains;
 * it never holds anything back, and it is not printed.
 */
export function FundingCheck() {
  const w = useWords()
  const { session, now } = useConcept()
  const record = session.handle.record('groupState')
  const ruleId = useAtom(record, 'ruleId')
  const on = useAtom(record, 'on')
  const foundedOn = useAtom(record, 'foundedOn')
  const members = useAtom(record, 'members')
  const openness = useAtom(record, 'openness')
  const minuted = useAtom(record, 'foundingMeetingMinuted')
  const announced = useAtom(record, 'publiclyAnnounced')
  const account = useAtom(record, 'ownAccount')
  const professional = useAtom(record, 'professionalLead')
  const rule = fundingRules.find(({ id }) => id === ruleId.value) ?? fundingRules[0]
  if (rule === undefined) return null
  const group: GroupState = {
    foundedOn: foundedOn.value,
    members: members.value,
    openness: openness.value,
    foundingMeetingMinuted: minuted.value,
    publiclyAnnounced: announced.value,
    ownAccount: account.value,
    professionalLead: professional.value,
  }
  const isBegun = Object.values(group).some(said => said !== null)

  return (
    <details className={`${s.check} noprint`} data-path="groupState">
      <summary>{w('funding.title')}</summary>
      <p className={s.hint}>{w('funding.hint')}</p>
      <div className={s.fields}>
        <SelectField
          path={ruleId.path}
          readOnly={ruleId.readOnly}
          label={w('funding.rule')}
          value={rule.id}
          options={fundingRules.map(({ id, state, year }) => ({
            value: id,
            label: w('funding.ruleName', { state, year }),
          }))}
          write={next => ruleId.set(next)}
        />
        <DateField
          {...moment(on)}
          label={w('funding.on')}
          format={plainDay}
          placeholder={plainDay(isoDay(now()))}
        />
        <DateField {...moment(foundedOn)} label={w('funding.foundedOn')} format={plainDay} />
        <NumberField {...number(members)} label={w('funding.members')} placeholder="–" />
        <SelectField
          {...choice(openness)}
          label={w('funding.openness')}
          options={optionsOf('openness')}
          none={w('funding.unsaid')}
        />
        <YesNo atom={minuted} label={w('funding.foundingMeetingMinuted')} />
        <YesNo atom={announced} label={w('funding.publiclyAnnounced')} />
        <YesNo atom={account} label={w('funding.ownAccount')} />
        <YesNo atom={professional} label={w('funding.professionalLead')} />
      </div>
      <TakeFromGroup />
      {isBegun ? <Answer rule={rule} group={group} on={on.value ?? isoDay(now())} /> : null}
    </details>
  )
}

/** What the group's record already says, taken over where nobody has said anything here. */
function TakeFromGroup() {
  const w = useWords()
  const { session, readOnly } = useConcept()
  const record = useGroupRecord()
  const state = session.handle.record('groupState')
  if (record.state !== 'ready' || readOnly) return null
  const take = () => {
    const group = record.session.handle.record('group')
    step(session, () =>
      state.assign({
        foundedOn: state.get('foundedOn') ?? group.get('foundedOn'),
        members: state.get('members') ?? group.get('activeMembers'),
        openness: state.get('openness') ?? group.get('openness'),
      }),
    )
  }
  return (
    <p className="dos">
      <button type="button" className="do small" onClick={take}>
        {w('funding.take')}
      </button>
    </p>
  )
}

/** „ja“, „nein“, or nobody has said it yet. */
function YesNo({
  atom,
  label,
}: {
  readonly atom: Atom<boolean | null, boolean | null | undefined>
  readonly label: string
}) {
  const w = useWords()
  return (
    <SelectField
      path={atom.path}
      readOnly={atom.readOnly}
      label={label}
      value={atom.value === null ? null : atom.value ? 'yes' : 'no'}
      options={[
        { value: 'yes', label: w('funding.yes') },
        { value: 'no', label: w('funding.no') },
      ]}
      none={w('funding.unsaid')}
      write={next => atom.set(next === null ? null : next === 'yes')}
    />
  )
}

function Answer({
  rule,
  group,
  on,
}: {
  readonly rule: FundingRule
  readonly group: GroupState
  readonly on: string
}) {
  const w = useWords()
  const check = fundingCheck(rule, group, on)
  const deadline = deadlineFor(rule, group.foundedOn, on)
  const time =
    deadline === null
      ? w('funding.deadlinePast', { year: rule.year })
      : w(check.eligible ? 'funding.deadline' : 'funding.deadlineStill', { day: plainDay(deadline) })
  return (
    <div className={s.answer} data-funding={check.eligible ? 'eligible' : 'missing'}>
      <p>{check.eligible ? w('funding.eligible') : w('funding.missing', { count: check.missing.length })}</p>
      {check.eligible ? null : (
        <ul>
          {check.missing.map(missing => (
            <li key={missing.condition}>{missingWords(missing, w)}</li>
          ))}
        </ul>
      )}
      <p className="soft">{time}</p>
    </div>
  )
}

function missingWords(missing: MissingCondition, w: ReturnType<typeof useWords>): string {
  switch (missing.condition) {
    case 'minMembers':
    case 'minMonths':
      return w(`funding.${missing.condition}`, { have: missing.have, need: missing.need })
    case 'publiclyAnnounced':
      return w('funding.publicly')
    case 'ownAccount':
      return w('funding.account')
    default:
      return w(`funding.${missing.condition}`)
  }
}
