/**
 * Copies every data block of the domain's reference texts into `test/fixtures/<name>.json` and every full document
 * into `test/fixtures/documents/<ID>.md`, so that tests need nothing outside the project. Run after the reference
 * texts have changed: `node scripts/fixtures.ts`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Beside the project, where it is worked on together with its reference texts. */
export const referenceFolder = new URL('../../shared/domain/', import.meta.url)
export const fixtureFolder = new URL('../test/fixtures/', import.meta.url)

/** All there are; a new one is added here by hand, so that none is lost unnoticed. */
export const fixtureNames = [
  'a.afterTimeline',
  'a.ledger',
  'a.minutes',
  'a.start',
  'a.timeline',
  'a.visit',
  'a.yjsFacts',
  'b.expectedFindings',
  'b.quotes',
  'b.reviewLog',
  'b.variants',
  'c.concept',
  'c.founding',
  'c.fundingCheck',
  'c.group',
  'c.groupEdits',
  'c.master11',
  'c.mergeExpectation',
  'cast',
  'languageRules',
] as const

export const documentFolder = new URL('documents/', fixtureFolder)

/** The ten full documents of scenarios.md. */
export const documentNames = ['A1', 'A2', 'B1', 'B2', 'B3', 'C1', 'C2', 'C3', 'C4', 'C5'] as const
export type DocumentName = (typeof documentNames)[number]

/** Name → file text of every fenced `json` block whose first key is `fixture`. */
export function readFixtures(markdown: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const [, block = ''] of markdown.matchAll(/^```json\n([\s\S]*?)^```$/gm)) {
    const value: unknown = JSON.parse(block)
    const [key, name] = Object.entries(Object(value))[0] ?? []
    if (key === 'fixture' && typeof name === 'string') files.set(name, `${JSON.stringify(value, null, 2)}\n`)
  }
  return files
}

/** ID → text of every document between its two marks, without the marks and without blank lines around it. */
export function readDocuments(markdown: string): Map<string, string> {
  const marked = /^<!-- doc:(\w+) begin -->$([\s\S]*?)^<!-- doc:\1 end -->$/gm
  return new Map(
    [...markdown.matchAll(marked)].map(([, name = '', text = '']) => [name, `${text.trim()}\n`] as const),
  )
}

/** All documents of the reference texts. Throws if the texts are not there. */
export function referenceDocuments(): Map<string, string> {
  return readDocuments(readFileSync(new URL('scenarios.md', referenceFolder), 'utf8'))
}

/** All fixtures of the reference texts. Throws if the texts are not there. */
export function referenceFixtures(): Map<string, string> {
  const texts = ['scenarios.md', 'domain.md'].map(name =>
    readFileSync(new URL(name, referenceFolder), 'utf8'),
  )
  return readFixtures(texts.join('\n'))
}

if (import.meta.main) {
  mkdirSync(fixtureFolder, { recursive: true })
  for (const [name, text] of referenceFixtures()) writeFileSync(new URL(`${name}.json`, fixtureFolder), text)
  mkdirSync(documentFolder, { recursive: true })
  for (const [name, text] of referenceDocuments()) writeFileSync(new URL(`${name}.md`, documentFolder), text)
}
