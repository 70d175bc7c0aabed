import { useText } from '#client/i18n/i18n.ts'
import { removeDecision } from '#client/kinds/minutes/itemActions.ts'
import { useAgendaOptions } from '#client/kinds/minutes/useAgendaOptions.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { choice, moment, optionalText, people as peopleOf, plainText, useAtom } from '#client/sheet/atom.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { PeopleField } from '#client/ui/fields/PeopleField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { decisionSchema } from '#shared/kinds/minutes/schema.ts'
import s from './Decision.module.css'
import type { PartName } from './DecisionMore.tsx'
import { useDecisionOptions } from './useDecisionOptions.ts'

/** What is needed now and then: keyword, conflict of interest, validity, what it takes the place of, where it belongs. */
export function DecisionSlip(props: {
  readonly id: string
  readonly decision: RecordHandle<typeof decisionSchema>
  readonly what: string
  /** what was decided stays: nobody takes it away */
  readonly isDecided: boolean
  readonly onPart: (part: PartName) => void
  readonly close: () => void
}) {
  const t = useText()
  const w = useWords()
  const { session, people } = useMinutes()
  const { id, decision, close } = props
  const subject = useAtom(decision, 'subject')
  const excluded = useAtom(decision, 'excludedPersons')
  const validFrom = useAtom(decision, 'validFrom')
  const supersedes = useAtom(decision, 'supersedes')
  const agendaItemId = useAtom(decision, 'agendaItemId')
  const items = useAgendaOptions()
  const others = useDecisionOptions(id)
  const isElsewhere = supersedes.value !== null && !others.some(({ value }) => value === supersedes.value)
  return (
    <div className={s.slip}>
      <TextField
        {...plainText(subject)}
        label={w('decision.subject')}
        placeholder={w('decision.subjectNone')}
      />
      <PeopleField {...peopleOf(excluded)} label={w('decision.excluded')} options={people} />
      <DateField {...moment(validFrom)} label={w('decision.validFrom')} placeholder="–" />
      {others.length > 0 ? (
        <SelectField
          {...choice(supersedes)}
          value={isElsewhere ? null : supersedes.value}
          label={w('decision.supersedes')}
          options={others}
          none={w('decision.supersedesNone')}
        />
      ) : null}
      <TextField
        {...optionalText(supersedes)}
        path={`${supersedes.path}/number`}
        value={isElsewhere ? (supersedes.value ?? '') : ''}
        label={w(others.length > 0 ? 'decision.supersedesNumber' : 'decision.supersedesRegister')}
        placeholder="–"
      />
      <SelectField
        {...choice(agendaItemId)}
        label={w('decision.item')}
        options={items}
        none={t('tasks.itemNone')}
      />
      {(['motion', 'dissentNote'] as const).map(part => (
        <button
          key={part}
          type="button"
          className="do"
          onClick={() => {
            close()
            props.onPart(part)
          }}
        >
          {w(`decision.add.${part}`)}
        </button>
      ))}
      {props.isDecided ? null : (
        <button
          type="button"
          className="do lose"
          onClick={() => {
            close()
            removeDecision(session, id)
          }}
        >
          {w('decision.remove')}
        </button>
      )}
    </div>
  )
}
