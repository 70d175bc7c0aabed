import type { Finding } from '#shared/kinds/minutes/finding.ts'
import type { RuleInput } from './input.ts'

/** A number of the register: what stands before its last digits, and these („2026-01/“ and 3). */
function parsed(register: string): { series: string; number: number } | null {
  const found = /^(.*?)(\d+)$/.exec(register)
  return found ? { series: found[1] ?? '', number: Number(found[2]) } : null
}

/**
 * V14: register numbers are unique and without gaps from 1; the server gives them when the meeting is closed.
 * Decisions and elections share one register (scenarios.md c.7, G-04).
 */
export function v14({ record }: RuleInput): Finding[] {
  const rows = [
    ...record.decisions.map(row => ({
      path: ['decisions', row.decisionId, 'register'],
      register: row.register,
    })),
    ...record.elections.map(row => ({
      path: ['elections', row.electionId, 'register'],
      register: row.register,
    })),
  ]
  const isClosed = record.state !== 'laufend'
  const seen = new Set<string>()
  const numbers = new Map<string, Set<number>>()
  const found = rows.flatMap(({ path, register }): Finding[] => {
    if (register === undefined)
      return isClosed ? [{ rule: 'V14', level: 'error', path, detail: 'registerMissing', fields: {} }] : []
    if (seen.has(register))
      return [{ rule: 'V14', level: 'error', path, detail: 'registerTwice', fields: { register } }]
    seen.add(register)
    const own = parsed(register)
    if (own) numbers.set(own.series, (numbers.get(own.series) ?? new Set()).add(own.number))
    return []
  })
  return [...found, ...[...numbers].flatMap(([series, given]) => gapsOf(series, given))]
}

function gapsOf(series: string, given: ReadonlySet<number>): Finding[] {
  // A gap is named once, by its first missing number: a series that jumps to a million is one finding.
  const last = Math.max(...given)
  if (given.size === last && Math.min(...given) === 1) return []
  const missing = [...Array(given.size + 1).keys()].map(index => index + 1).find(number => !given.has(number))
  const fields = { series, missing: missing ?? 1 }
  return [{ rule: 'V14', level: 'error', path: ['decisions'], detail: 'registerGap', fields }]
}
