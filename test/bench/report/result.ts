import type { BenchOptions, BenchResult, Extra } from '#test/bench/bench.ts'
import type { Overhead } from '#test/bench/generator/jobs.ts'
import { type Figures, rounded } from '#test/bench/measure/figures.ts'
import { machine, tableOf } from './table.ts'

// Beyond these a figure may be the generator's, or another program's.
const suspiciousMs = 20
const suspiciousShare = 0.85

type Busy = Pick<Overhead, 'cpuShare' | 'loopDelayMs'>

/** Remembers how busy the generator was, by what it measured: the largest counts. */
export class Overheads {
  readonly #worst = new Map<string, Busy>()

  add(name: string, { cpuShare, loopDelayMs }: Busy): void {
    const known = this.#worst.get(name) ?? { cpuShare: 0, loopDelayMs: 0 }
    this.#worst.set(name, {
      cpuShare: Math.max(known.cpuShare, cpuShare),
      loopDelayMs: Math.max(known.loopDelayMs, loopDelayMs),
    })
  }

  get lines(): string[] {
    return [...this.#worst].map(
      ([name, { cpuShare, loopDelayMs }]) =>
        `  ${name}: ${Math.round(cpuShare * 100)} % of a core, turns up to ${loopDelayMs.toFixed(1)} ms late (p99)${loopDelayMs > suspiciousMs || cpuShare > suspiciousShare ? '  ← too much: the machine was busy, or the generator the limit' : ''}`,
    )
  }

  get summary(): Record<string, Busy> {
    return Object.fromEntries(
      [...this.#worst].map(([name, { cpuShare, loopDelayMs }]) => [
        name,
        { cpuShare: rounded(cpuShare), loopDelayMs: rounded(loopDelayMs) },
      ]),
    )
  }
}

/** Prints the table of a run and makes its result. */
export function reportOf(options: {
  figures: Figures
  overheads: Overheads
  options: Pick<BenchOptions, 'rounds' | 'seed' | 'quick' | 'rows'>
  notes?: readonly string[]
  details?: Readonly<Record<string, unknown>>
  extras?: readonly Extra[]
}): BenchResult {
  const { rounds, seed, quick } = options.options
  const { figures, overheads, notes = [], details = {}, extras = [] } = options
  const asked = options.options.rows
  const rows = figures.rows().filter(({ row }) => asked.length === 0 || asked.includes(row))
  const { cores, memoryGb, node } = machine()
  const text = [
    tableOf(rows),
    '',
    `Medians of ${rounds} rounds${quick ? ' (quick: not for figures)' : ''}, seed ${seed}, on ${cores} cores, ${memoryGb} GB, Node ${node}.${rows.some(({ V }) => V !== undefined) ? ' V: Hocuspocus 4.7.0 with extension-sqlite.' : ''}`,
    ...notes,
    ...(overheads.lines.length > 0 ? ['The generator, at its busiest:', ...overheads.lines] : []),
  ].join('\n')
  console.log(text)
  return {
    passed: rows.length > 0 && rows.every(({ met }) => met),
    summary: { rows, rounds, seed, quick, machine: machine(), generator: overheads.summary, ...details },
    text,
    extras,
  }
}
