import { type ConceptFinding, found } from './finding.ts'
import { isOutside } from './period.ts'
import type { ConceptDraft, Goal, Measure } from './schema.ts'

/** What a measurable goal has (domain.md 3.2: measurable = indicator + target + unit), in the order of the form. */
export type MeasurableField = 'indicator' | 'target' | 'unit'

/** K07–K10: goals are linked, measurable and dated. A row in which nothing stands yet is left alone. */
export function goalFindings(value: ConceptDraft): ConceptFinding[] {
  const links = value.cover.conceptKind === 'konzeptpapier'
  const served = { measures: servedBy(value.measures), milestones: servedBy(value.milestones) }
  return value.goals
    .filter(goal => goal.text !== '')
    .flatMap(goal => [
      ...(links ? linked(goal, served) : []),
      ...measurable(goal),
      ...dated(goal, value.cover.period),
    ])
}

type Served = { readonly [K in 'measures' | 'milestones']: ReadonlySet<string> }
const servedBy = (steps: readonly { readonly goalIds: readonly string[] }[]): Set<string> =>
  new Set(steps.flatMap(({ goalIds }) => goalIds))

/** K07, K08 */
const linked = ({ id }: Goal, { measures, milestones }: Served): ConceptFinding[] => [
  ...(measures.has(id) ? [] : [found('K07', 'warn', ['goals', id], 'goalWithoutMeasure')]),
  ...(milestones.has(id) ? [] : [found('K08', 'warn', ['goals', id], 'goalWithoutMilestone')]),
]

/** K09: a guiding goal (Leitziel) says the direction; for it this is good to know only. */
function measurable(goal: Goal): ConceptFinding[] {
  const missing = [
    ...(goal.indicator === '' ? (['indicator'] as const) : []),
    ...(goal.target === null ? (['target'] as const) : []),
    ...(goal.unit === '' ? (['unit'] as const) : []),
  ] satisfies MeasurableField[]
  const [first] = missing
  if (first === undefined) return []
  const level = goal.level === 'leitziel' ? 'hint' : 'warn'
  return [found('K09', level, ['goals', goal.id, first], 'goalNotMeasurable', { missing: missing.join(' ') })]
}

/** K10 */
function dated({ id, due }: Goal, period: ConceptDraft['cover']['period']): ConceptFinding[] {
  if (due === null) return [found('K10', 'hint', ['goals', id, 'due'], 'goalDueMissing')]
  return isOutside(due, period)
    ? [found('K10', 'warn', ['goals', id, 'due'], 'goalOutsidePeriod', { due })]
    : []
}

/** K24: a measure serves a goal, runs forwards, and lies inside the period. */
export function measureFindings({ measures, cover }: ConceptDraft): ConceptFinding[] {
  return measures
    .filter(measure => measure.what !== '')
    .flatMap(measure => [
      ...(measure.goalIds.length === 0
        ? [found('K24', 'hint', ['measures', measure.id, 'goalIds'], 'measureWithoutGoal')]
        : []),
      ...timesOf(measure, cover.period),
    ])
}

function timesOf({ id, from, to }: Measure, period: ConceptDraft['cover']['period']): ConceptFinding[] {
  if (from !== null && to !== null && to < from)
    return [found('K24', 'error', ['measures', id, 'to'], 'measureBackwards', { from, to })]
  const outside = [from, to].find(day => day !== null && isOutside(day, period))
  if (outside === undefined || outside === null) return []
  const field = outside === from ? 'from' : 'to'
  return [found('K24', 'warn', ['measures', id, field], 'measureOutsidePeriod', { day: outside })]
}
