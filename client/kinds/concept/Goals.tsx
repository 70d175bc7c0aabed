import { Fragment } from 'react'
import { plainDay } from '#client/i18n/format.ts'
import { firmChoice, moment, plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { goTo } from '#client/sheet/goTo.ts'
import { cx } from '#client/ui/cx.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { goalSchema } from '#shared/kinds/concept/schema.ts'
import s from './Concept.module.css'
import { DecimalField } from './NumericField.tsx'
import { numberOf } from './numberOf.ts'
import { optionsOf } from './options.ts'
import { RowMenu } from './RowMenu.tsx'
import { type RowProps, Rows } from './Rows.tsx'
import { useConcept, useWorkedOut } from './useConcept.ts'
import { useWords } from './words.ts'

/** Ziele (SMART, domain.md 3.2): each with what it is measured by, and what leads to it. */
export function Goals() {
  const w = useWords()
  const { session } = useConcept()
  return (
    <Rows
      list={session.handle.list('goals')}
      Row={GoalRow}
      label={w('section.goals')}
      add={w('goal.add')}
      empty={w('goal.empty')}
    />
  )
}

function GoalRow({ id, row, place, focusFirst }: RowProps<typeof goalSchema>) {
  const w = useWords()
  const { session } = useConcept()
  const text = useAtom(row, 'text')
  const level = useAtom(row, 'level')
  const indicator = useAtom(row, 'indicator')
  const baseline = useAtom(row, 'baseline')
  const target = useAtom(row, 'target')
  const unit = useAtom(row, 'unit')
  const due = useAtom(row, 'due')
  const verification = useAtom(row, 'verification')
  const label = w('goal.label', { number: place })
  const path = `goals/${id}`

  return (
    <li data-path={path} data-row tabIndex={-1} className={s.numbered}>
      <span className={s.code} aria-hidden="true">
        {label}
      </span>
      <TextField
        {...plainText(text)}
        quiet
        label={w('goal.text', { label })}
        placeholder={w('goal.textNone')}
        focusFirst={focusFirst}
      />
      <RowMenu list={session.handle.list('goals')} id={id} name={w('goal.text', { label })} />
      <Gloss path={path} />
      <div className={cx(s.fields, s.measured)}>
        <TextField
          {...plainText(indicator)}
          label={w('goal.indicator')}
          placeholder={w('goal.indicatorNone')}
        />
        <DecimalField {...numberOf(baseline)} label={w('goal.baseline')} />
        <DecimalField {...numberOf(target)} label={w('goal.target')} />
        <TextField {...plainText(unit)} label={w('goal.unit')} placeholder={w('goal.unitNone')} />
        <DateField {...moment(due)} label={w('goal.due')} format={plainDay} />
        <TextField
          {...plainText(verification)}
          className={s.two}
          label={w('goal.verification')}
          placeholder={w('goal.verificationNone')}
        />
        <SelectField {...firmChoice(level)} label={w('goal.level')} options={optionsOf('goalLevel')} />
        <Gloss path={`${path}/indicator`} />
        <Gloss path={`${path}/target`} />
        <Gloss path={`${path}/unit`} />
        <Gloss path={`${path}/due`} />
      </div>
      <GoalLinks id={id} label={label} />
    </li>
  )
}

/** The measures and milestones that lead to a goal, as words one can follow. */
function GoalLinks({ id, label }: { readonly id: string; readonly label: string }) {
  const w = useWords()
  const { session } = useConcept()
  const { isProject, measures, milestones } = useWorkedOut(session, value => ({
    isProject: value.cover.conceptKind === 'konzeptpapier',
    measures: value.measures
      .filter(measure => measure.goalIds.includes(id))
      .map(measure => ({ path: `measures/${measure.id}`, words: measure.what || '–', title: '' })),
    milestones: value.milestones.flatMap((milestone, index) =>
      milestone.goalIds.includes(id)
        ? [
            {
              path: `milestones/${milestone.id}`,
              words: w('milestone.label', { number: index + 1 }),
              title: milestone.title,
            },
          ]
        : [],
    ),
  }))
  const groups = [
    ...(isProject ? [{ name: w('section.measures'), links: measures, none: w('goal.noMeasures') }] : []),
    { name: w('section.schedule'), links: milestones, none: w('goal.noMilestones') },
  ]
  return (
    <p className={s.links} role="group" aria-label={w('goal.links', { label })}>
      {groups.map(({ name, links, none }) => (
        <span key={name}>
          {name}:{' '}
          {links.length === 0
            ? none
            : links.map(({ path, words, title }, index) => (
                <Fragment key={path}>
                  {index > 0 ? ', ' : null}
                  <a
                    href={`#${path}`}
                    title={title || undefined}
                    onClick={event => {
                      event.preventDefault()
                      goTo(path)
                    }}
                  >
                    {words}
                  </a>
                </Fragment>
              ))}
        </span>
      ))}
    </p>
  )
}
