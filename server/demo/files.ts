import { readFileSync } from 'node:fs'

/** The parsed content of `test/fixtures/<name>.json`. */
export function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../test/fixtures/${name}.json`, import.meta.url), 'utf8'))
}

/** The ten full documents of the scenarios. */
type DocumentName = 'A1' | 'A2' | 'B1' | 'B2' | 'B3' | 'C1' | 'C2' | 'C3' | 'C4' | 'C5'

/** A document of the scenarios as it is printed there. */
export const readDocument = (name: DocumentName): string =>
  readFileSync(new URL(`../../test/fixtures/documents/${name}.md`, import.meta.url), 'utf8')

/** The lines below a heading of a printed document, up to the next heading; empty lines left out. */
export function sectionOf(lines: readonly string[], heading: string): string[] {
  const start = lines.findIndex(line => line === heading)
  if (start < 0) throw new Error(`No heading ${heading}`)
  const rest = lines.slice(start + 1)
  const end = rest.findIndex(line => /^#{1,3} /.test(line))
  return (end < 0 ? rest : rest.slice(0, end)).filter(line => line !== '')
}
