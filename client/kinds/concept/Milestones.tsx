import { plainDay } from '#client/i18n/format.ts'
import { firmChoice, moment, plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { cx } from '#client/ui/cx.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { milestoneSchema } from '#shared/kinds/concept/schema.ts'
import { ChoicesField } from './ChoicesField.tsx'
import s from './Concept.module.css'
import { GoalsField } from './GoalsField.tsx'
import { optionsOf } from './options.ts'
import { RowMenu } from './RowMenu.tsx'
import { type RowProps, Rows } from './Rows.tsx'
import { TimeLine } from './TimeLine.tsx'
import { type ConceptSession, useConcept, useWorkedOut } from './useConcept.ts'
import { WhoField } from './WhoField.tsx'
import { useWords, word } from './words.ts'

/** Zeitplan (domain.md 3.2): the line, and its milestones one by one. */
export function Milestones() {
  const w = useWords()
  const { session } = useConcept()
  const inOrder = useWorkedOut(session, ({ milestones }) => byDue(milestones).map(({ id }) => id))
  const stand = useWorkedOut(session, ({ milestones }) => milestones.map(({ id }) => id))
  return (
    <>
      <TimeLine />
      <Gloss path="milestones" />
      <Rows
        list={session.handle.list('milestones')}
        Row={MilestoneRow}
        label={w('section.schedule')}
        add={w('milestone.add')}
        empty={w('milestone.empty')}
        beside={
          inOrder.join() === stand.join() ? null : (
            <button type="button" className="do" onClick={() => sortByDue(session, inOrder)}>
              {w('milestone.sort')}
            </button>
          )
        }
      />
    </>
  )
}

/** The earliest first; what has no day yet comes last and stays in its order. */
const byDue = <M extends { readonly due: string | null }>(milestones: readonly M[]): M[] =>
  milestones.toSorted((left, right) => {
    const [a, b] = [left.due ?? '9999', right.due ?? '9999']
    return a < b ? -1 : a > b ? 1 : 0
  })

/** Moves the rows into this order, as one step. */
function sortByDue(session: ConceptSession, ids: readonly string[]): void {
  const list = session.handle.list('milestones')
  step(session, () =>
    session.handle.transact(() => {
      let before: string | null = null
      for (const id of ids.toReversed()) {
        list.move(id, { before })
        before = id
      }
    }),
  )
  announce(word('milestone.sorted'))
}

function MilestoneRow({ id, row, place, focusFirst }: RowProps<typeof milestoneSchema>) {
  const w = useWords()
  const { session } = useConcept()
  const title = useAtom(row, 'title')
  const due = useAtom(row, 'due')
  const who = useAtom(row, 'who')
  const goalIds = useAtom(row, 'goalIds')
  const dependsOn = useAtom(row, 'dependsOn')
  const state = useAtom(row, 'state')
  const others = useWorkedOut(session, ({ milestones }) =>
    milestones.flatMap((one, index) =>
      one.id === id
        ? []
        : [{ value: one.id, label: w('milestone.label', { number: index + 1 }), more: one.title }],
    ),
  )
  const label = w('milestone.label', { number: place })
  const path = `milestones/${id}`

  return (
    <li data-path={path} data-row tabIndex={-1} className={cx(s.numbered, s.dated)}>
      <span className={s.code} aria-hidden="true">
        {label}
      </span>
      <TextField
        {...plainText(title)}
        quiet
        label={w('milestone.title', { label })}
        placeholder={w('milestone.titleNone')}
        focusFirst={focusFirst}
      />
      <div className={s.due}>
        <DateField
          {...moment(due)}
          quiet
          small
          label={`${label}: ${w('milestone.due')}`}
          placeholder={w('milestone.dueNone')}
          format={plainDay}
        />
      </div>
      <RowMenu list={session.handle.list('milestones')} id={id} name={w('milestone.title', { label })} />
      <div className={s.under}>
        <WhoField atom={who} quiet small label={`${label}: ${w('milestone.who')}`} />
        <span className={s.pair}>
          <span aria-hidden="true">{w('milestone.goals')}</span>
          <GoalsField
            atom={goalIds}
            quiet
            small
            label={`${label}: ${w('milestone.goals')}`}
            none={w('milestone.goalsNone')}
          />
        </span>
        <span className={cx(s.pair, dependsOn.value.length === 0 && 'noprint')}>
          {dependsOn.value.length === 0 ? null : <span aria-hidden="true">{w('milestone.dependsOn')}</span>}
          <ChoicesField
            quiet
            small
            label={`${label}: ${w('milestone.dependsOn')}`}
            path={dependsOn.path}
            readOnly={dependsOn.readOnly}
            value={dependsOn.value}
            options={others}
            none={w('milestone.dependsOnNone')}
            unknown={() => w('row.gone')}
            write={ids => dependsOn.set(ids)}
          />
        </span>
        <SelectField
          {...firmChoice(state)}
          quiet
          small
          className={cx(state.value === 'offen' && 'noprint')}
          controlClass={s.low}
          label={`${label}: ${w('milestone.state')}`}
          options={optionsOf('milestoneState')}
        />
      </div>
      <div className={s.glosses}>
        <Gloss path={`${path}/due`} />
        <Gloss path={`${path}/goalIds`} />
        <Gloss path={`${path}/dependsOn`} />
      </div>
    </li>
  )
}
