import { type Column, columns, type Goal, goals, type Limit } from '#test/bench/goals.ts'
import { median } from './stats.ts'

/** A goal with the figures of a run; a column is missing where nothing was measured. */
export type Row = {
  row: string
  what: string
  unit: string
  ratio: number | null
  goal: string
  met: boolean
} & Partial<Record<Column, number>>

/** Collects the figures of a run by name and column; what counts is the median over the rounds. */
export class Figures {
  readonly #values = new Map<string, number[]>()

  add(figure: string, column: Column, value: number): void {
    const key = `${figure} ${column}`
    this.#values.set(key, [...(this.#values.get(key) ?? []), value])
  }

  of(figure: string, column: Column): number | undefined {
    const values = this.#values.get(`${figure} ${column}`)
    return values && median(values)
  }

  /** All rounds, for those who want to see how far they lie apart. */
  all(figure: string, column: Column): readonly number[] {
    return this.#values.get(`${figure} ${column}`) ?? []
  }

  /** The rows of GOALS that this run can speak about. */
  rows(): Row[] {
    return goals.flatMap(goal => this.#row(goal) ?? [])
  }

  #row(goal: Goal): Row | null {
    const ours = this.of(goal.figure, 'ours')
    if (ours === undefined) return null
    const measured = columns.flatMap(column => {
      const value = this.of(goal.figure, column)
      return value === undefined ? [] : [[column, rounded(value)] as const]
    })
    const other = 'times' in goal.limit ? this.of(goal.figure, goal.limit.times) : this.of(goal.figure, 'V')
    return {
      row: goal.row,
      what: goal.what,
      unit: goal.unit,
      ...Object.fromEntries(measured),
      ratio: other === undefined ? null : rounded(ours / other),
      goal: goalText(goal.limit, goal.unit),
      met: isMet(goal.limit, ours, other),
    }
  }
}

function isMet(limit: Limit, ours: number, other: number | undefined): boolean {
  // a comparison with NaN is false: what was not measured is not met
  const base = 'times' in limit ? (other ?? Number.NaN) : 1
  return 'most' in limit ? ours <= limit.most * base : ours >= limit.least * base
}

function goalText(limit: Limit, unit: string): string {
  const [sign, value] = 'most' in limit ? ['≤', limit.most] : ['≥', limit.least]
  const number = Number(value.toFixed(3))
  return 'times' in limit ? `${sign} ${number} × ${limit.times}` : `${sign} ${number} ${unit}`.trim()
}

export const rounded = (value: number): number => Number(value.toPrecision(3))
