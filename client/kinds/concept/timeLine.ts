/** What stands on the time line at a day. `level`: 0 is nearest to the line, others make room for their neighbours. */
export type Mark = {
  readonly id: string
  readonly label: string
  readonly at: number
  readonly level: number
}
/** A dependency between two marks; `isLate`: it points back in time. */
export type Link = { readonly from: number; readonly to: number; readonly isLate: boolean }
/** The first of a month; where there are many, not every one is named. */
export type MonthTick = { readonly day: string; readonly at: number; readonly isNamed: boolean }
/** Places are per cent of its length. */
export type TimeLine = {
  readonly months: readonly MonthTick[]
  readonly milestones: readonly Mark[]
  readonly goals: readonly Mark[]
  readonly links: readonly Link[]
  readonly today: number | null
}

type Dated = { readonly id: string; readonly label: string; readonly due: string | null }

/** Closer than this (per cent) two labels would touch on a phone: 296 px, of which „M10“ takes 28. */
const labelWidth = 10
/** More names than this do not fit below the line. */
const mostNames = 7

/** The time line of a plan; `null` before two different days are known. */
export function timeLineOf(plan: {
  readonly period: { readonly from: string | null; readonly to: string | null }
  readonly milestones: readonly (Dated & { readonly dependsOn: readonly string[] })[]
  readonly goals: readonly Dated[]
  readonly today: string
}): TimeLine | null {
  const { period, today } = plan
  const days = [period.from, period.to, ...plan.milestones.map(({ due }) => due)]
    .filter(day => day !== null)
    .toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || first === last) return null
  const place = (day: string) =>
    round(((dayNumber(day) - dayNumber(first)) / (dayNumber(last) - dayNumber(first))) * 100)
  const isInside = (day: string) => day >= first && day <= last
  const marksOf = (things: readonly Dated[]) =>
    levelled(
      things.flatMap(({ id, label, due }) =>
        due !== null && isInside(due) ? [{ id, label, at: place(due) }] : [],
      ),
    )
  const dues = new Map(plan.milestones.map(({ id, due }) => [id, due]))
  return {
    months: monthsBetween(first, last, place),
    milestones: marksOf(plan.milestones),
    goals: marksOf(plan.goals),
    links: plan.milestones.flatMap(({ due, dependsOn }) =>
      dependsOn.flatMap(other => {
        const needed = dues.get(other) ?? null
        if (due === null || needed === null) return []
        return [{ from: place(needed), to: place(due), isLate: needed > due }]
      }),
    ),
    today: isInside(today) ? place(today) : null,
  }
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const round = (share: number): number => Math.round(share * 100) / 100

/** Each mark on the lowest level on which it does not touch the one before it. */
function levelled(marks: readonly Omit<Mark, 'level'>[]): Mark[] {
  const ends: number[] = []
  return marks
    .toSorted((left, right) => left.at - right.at)
    .map(mark => {
      const free = ends.findIndex(end => mark.at - end >= labelWidth)
      const level = free < 0 ? ends.length : free
      ends[level] = mark.at
      return { ...mark, level }
    })
}

function monthsBetween(first: string, last: string, place: (day: string) => number): MonthTick[] {
  const starts: string[] = []
  let [year = 0, month = 0] = first.split('-').map(Number)
  if (!first.endsWith('-01')) month++
  for (;;) {
    if (month > 12) [year, month] = [year + 1, 1]
    const day = `${year}-${String(month).padStart(2, '0')}-01`
    if (day > last) break
    starts.push(day)
    month++
  }
  const every = [1, 2, 3, 6, 12].find(step => starts.length / step <= mostNames) ?? 24
  return starts.map((day, index) => ({ day, at: place(day), isNamed: index % every === 0 }))
}
