import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readFixture } from '#server/demo/files.ts'
import { baseLanguageRules } from '#shared/rules/language/baseRules.ts'
import { type CheckedText, checkLanguage } from '#shared/rules/language/check.ts'
import { languageProfileSchema } from '#shared/rules/language/schema.ts'

const names = ['A1', 'A2', 'B1', 'B2', 'B3', 'C1', 'C2', 'C3', 'C4', 'C5'] as const
type Name = (typeof names)[number]
/** A document of scenarios.md, a text per line, without markup. */
const texts = (name: Name): CheckedText[] =>
  readFileSync(new URL(`../fixtures/documents/${name}.md`, import.meta.url), 'utf8')
    .split('\n')
    .map((text, line) => ({ path: String(line + 1), text: text.replaceAll('**', '') }))
const found = (name: Name) => checkLanguage(texts(name), { profile: 'neutral', rules: baseLanguageRules })

const expected = z
  .object({
    findings: z.array(
      z.object({ rule: z.string(), match: z.string(), where: z.string(), severity: z.string() }),
    ),
  })
  .parse(readFixture('b.expectedFindings')).findings
/** Where the texts of B2 stand in its file. */
const lines: Record<string, string> = {
  heading: '4',
  subheading: '6',
  lead: '8',
  body: '12',
  'quote Q2': '16',
}

describe('the language rules', () => {
  it('are those of domain.md appendix A', () => {
    const fixture = z
      .object({
        profiles: z.array(languageProfileSchema),
        exemptNames: z.array(z.string()),
        rules: z.array(
          z.object({ id: z.string(), p: z.string(), sev: z.unknown(), say: z.unknown(), src: z.unknown() }),
        ),
      })
      .parse(readFixture('languageRules'))
    expect(languageProfileSchema.options).toEqual(fixture.profiles)
    expect(baseLanguageRules.exemptNames).toEqual(fixture.exemptNames)
    expect(baseLanguageRules.rules.map(({ id, p, sev, say, src }) => ({ id, p, sev, say, src }))).toEqual(
      fixture.rules,
    )
  })

  it('find in B2 exactly the nine places of b.expectedFindings', () => {
    expect(found('B2').map(({ rule, match, path, severity }) => ({ rule, match, path, severity }))).toEqual(
      expected.map(({ rule, match, where, severity }) => ({ rule, match, path: lines[where], severity })),
    )
    expect(expected).toHaveLength(9)
  })
  it('find in B3 exactly one, in the quote', () => {
    expect(found('B3')).toMatchObject([{ rule: 'L07', match: 'trocken', severity: 'info', speech: true }])
  })
  it.each(names.filter(name => name !== 'B2' && name !== 'B3'))('find nothing in %s', name => {
    expect(found(name)).toEqual([])
  })
})
