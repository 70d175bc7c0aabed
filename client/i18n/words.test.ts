import { beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('document', { documentElement: {} })
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
  return () => vi.unstubAllGlobals()
})

const load = async () => ({ ...(await import('./words.ts')), ...(await import('./i18n.ts')) })
const german = { hello: 'Hallo {{name}}', only: 'Nur hier' } as const
const english = { hello: 'Hello {{name}}', only: 'Only here' }

it('fetches the English of a part when somebody chooses English, once', async () => {
  const { defineWords, chooseLanguage } = await load()
  const en = vi.fn(async () => ({ en: english }))
  const { word } = defineWords('part', { de: german, en })
  expect(word('hello', { name: 'Mira' })).toBe('Hallo Mira')
  expect(en).not.toHaveBeenCalled()
  await chooseLanguage('en')
  expect(word('hello', { name: 'Mira' })).toBe('Hello Mira')
  await chooseLanguage('de')
  await chooseLanguage('en')
  expect(en).toHaveBeenCalledOnce()
})

it('tells those who listen when the English of a part that comes later is here', async () => {
  const { defineWords, chooseLanguage, onLanguage, wordsAreHere } = await load()
  await chooseLanguage('en')
  const told = vi.fn()
  onLanguage(told)
  const { word } = defineWords('part', { de: german, en: async () => ({ en: english }) })
  expect(word('only')).toBe('Nur hier')
  await wordsAreHere()
  expect(word('only')).toBe('Only here')
  expect(told).toHaveBeenCalledOnce()
})

it('stays German where English cannot be fetched, and asks again at the next choice', async () => {
  const { defineWords, chooseLanguage, wordsAreHere } = await load()
  await chooseLanguage('en')
  const en = vi.fn(async () => ({ en: english })).mockRejectedValueOnce(new TypeError('no network'))
  const { word } = defineWords('part', { de: german, en })
  await wordsAreHere()
  expect(word('only')).toBe('Nur hier')
  await chooseLanguage('en')
  expect(word('only')).toBe('Only here')
})

it('takes English that lies in the code', async () => {
  const { defineWords, chooseLanguage } = await load()
  const { word } = defineWords('part', { de: german, en: english })
  await chooseLanguage('en')
  expect(word('only')).toBe('Only here')
})
