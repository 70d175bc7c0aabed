import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BenchResult } from '#test/bench/bench.ts'

const folder = path.join(import.meta.dirname, '..', 'results')

/** Writes what a run has found beside the results of the other benches. */
export function save(name: string, { summary, text, extras = [] }: BenchResult): void {
  mkdirSync(folder, { recursive: true })
  const write = (ending: string, content: string) =>
    writeFileSync(path.join(folder, `${name}.${ending}`), `${content}\n`)
  write('json', JSON.stringify({ bench: name, ...summary }, null, 2))
  if (text !== undefined) write('txt', text)
  for (const { ending, content } of extras) write(ending, content)
}
