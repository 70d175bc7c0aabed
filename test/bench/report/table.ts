import { cpus, totalmem } from 'node:os'
import { columns } from '#test/bench/goals.ts'
import type { Row } from '#test/bench/measure/figures.ts'

const headings = ['row', 'what', 'unit', ...columns, 'ratio', 'goal', 'met'] as const

/** The rows as a table of text; columns that nobody has a figure for are left out. */
export function tableOf(rows: readonly Row[]): string {
  const shown = headings.filter(heading => rows.some(row => (row[heading] ?? '') !== ''))
  const lines = [shown.map(String), ...rows.map(row => shown.map(heading => cell(row[heading])))]
  const widths = shown.map((_, index) => Math.max(...lines.map(line => (line[index] ?? '').length)))
  return lines
    .map(line => line.map((text, index) => padded(shown[index] ?? '', text, widths[index] ?? 0)).join('  '))
    .map(line => line.trimEnd())
    .join('\n')
}

const leftAligned: ReadonlySet<string> = new Set(['row', 'what', 'unit', 'goal', 'met'])
const padded = (heading: string, text: string, width: number): string =>
  leftAligned.has(heading) ? text.padEnd(width) : text.padStart(width)

function cell(value: string | number | boolean | null | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'NO'
  return value === null || value === undefined ? '–' : String(value)
}

/** What a figure depends on, and nothing that names the machine. */
export const machine = (): { cores: number; memoryGb: number; node: string } => ({
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
})
