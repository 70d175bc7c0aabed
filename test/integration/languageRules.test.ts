import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ConfigError } from '#server/config.ts'
import { baseLanguageRules } from '#shared/rules/language/baseRules.ts'
import { checkLanguage } from '#shared/rules/language/check.ts'
import { mergeRules } from '#shared/rules/language/merge.ts'
import { seedTwoSpaces, startTestApp, type TestApp } from '#test/support/testApp.ts'

let folder: string
let test: TestApp | null = null
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mitschrift-rules-'))
})
afterEach(async () => {
  await test?.close()
  test = null
  await rm(folder, { recursive: true, force: true })
})

async function start(content?: string): Promise<TestApp> {
  const file = path.join(folder, 'rules.json')
  if (content !== undefined) await writeFile(file, content)
  const env: Record<string, string> = content === undefined ? {} : { LANGUAGE_RULES: file }
  test = await startTestApp({ dataDir: path.join(folder, 'data'), env })
  return test
}
const found = (federation: unknown) => {
  const merged = mergeRules(baseLanguageRules, federation)
  if (merged.state === 'refused') throw new Error(JSON.stringify(merged.problems))
  const texts = [{ path: 'text/headline', text: 'Süchtige und Kunden' }]
  return checkLanguage(texts, { profile: 'neutral', rules: merged.rules }).map(({ rule }) => rule)
}

const own = {
  off: ['L02'],
  rules: [
    {
      id: 'F01',
      p: 'Kunden',
      sev: { neutral: 'warn', abstinenzorientiert: 'warn', akzeptierend: 'warn' },
      say: ['Menschen'],
      src: ['own'],
      why: { de: 'Selbsthilfe hat keine Kunden.', en: 'Self-help has no customers.' },
    },
  ],
}

it('the rules of the federation reach whoever is signed in, and check their texts', async () => {
  const running = await start(JSON.stringify(own))
  const people = await seedTwoSpaces(running)
  const { federation } = await (await running.signIn(people.reader)).api.languageRules.current()
  expect(found({})).toEqual(['L02'])
  expect(found(federation)).toEqual(['F01'])
})

it('without a file there are none', async () => {
  const running = await start()
  const people = await seedTwoSpaces(running)
  const { federation } = await (await running.signIn(people.reader)).api.languageRules.current()
  expect(federation).toBeNull()
})

it.each([
  ['{', /ist kein JSON/],
  [JSON.stringify({ off: ['L99'] }), /L99 \(unknownRule\)/],
  [JSON.stringify({ rules: [{ ...own.rules[0], p: '(a+)+$' }] }), /F01 \(/],
])('a file that does not work stops the start with a sentence that names it: %s', async (content, says) => {
  const failure = await start(content).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(ConfigError)
  expect(failure instanceof ConfigError && failure.german).toMatch(says)
  expect(failure instanceof ConfigError && failure.german).toContain('rules.json')
  test = null
})
