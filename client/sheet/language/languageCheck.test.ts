import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { fillPress } from '#shared/kinds/pressTemplate/fill.ts'
import { languageTexts } from '#shared/kinds/pressTemplate/languageTexts.ts'
import { type PressDraft, pressTemplate } from '#shared/kinds/pressTemplate/schema.ts'
import { baseLanguageRules } from '#shared/rules/language/baseRules.ts'
import { type CheckedText, checkLanguage } from '#shared/rules/language/check.ts'
import { languageCheckOf } from './languageCheck.ts'

function open() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, pressTemplate.seed)
  const handle = pressTemplate.open(doc)
  fillPress(handle, {
    text: { headline: 'Hilfe für Junkies', body: ['Sie sind clean.', 'Alles gut.'] },
    quotes: [{ id: 'Q1', text: 'Ich bin Junkie' }],
  })
  const looked: string[] = []
  const check = languageCheckOf<PressDraft>(
    { doc, kind: pressTemplate },
    {
      texts: languageTexts,
      profile: value => value.header.languageProfile,
      kept: value => value.keptWords,
      rules: baseLanguageRules,
    },
    (texts: readonly CheckedText[], options) => {
      looked.push(...texts.map(({ path }) => path))
      return checkLanguage(texts, options)
    },
  )
  const end = check.begin()
  const said = () => check.get().map(({ rule, severity, id }) => `${rule} ${severity} ${id}`)
  return { doc, handle, check, looked, end, said }
}

describe('the language check of an open document', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('knows at once what stands there', () => {
    const { said, check } = open()
    expect(said()).toEqual([
      'L01 error text/headline/L01/10',
      'L07 warn text/body#0/L07/9',
      'L01 info quotes/Q1/text/L01/8',
    ])
    expect(check.at('text/body').get()).toMatchObject([{ field: 'text/body', block: 0, match: 'clean' }])
    expect(check.marksAt('text/body').get()).toMatchObject([{ block: 0, from: 9, to: 14, tone: 'warn' }])
  })

  it('looks again after a pause, and only at what has changed', () => {
    const { handle, looked, said } = open()
    looked.length = 0
    handle.record('text').set('headline', 'Hilfe für Menschen')
    expect(looked).toEqual([])
    vi.advanceTimersByTime(1000)
    expect(looked).toEqual(['text/headline'])
    expect(said()).toEqual(['L07 warn text/body#0/L07/9', 'L01 info quotes/Q1/text/L01/8'])
  })

  it('looks at everything when the profile is another one', () => {
    const { handle, looked, said } = open()
    looked.length = 0
    handle.record('header').set('languageProfile', 'abstinenzorientiert')
    vi.advanceTimersByTime(1000)
    expect(looked).toHaveLength(4)
    expect(said()).toContain('L07 info text/body#0/L07/9')
  })

  it('a word that was left is quiet wherever it stands, until it is looked at again', () => {
    const { handle, said } = open()
    handle.list('keptWords').add('k', { rule: 'L07', word: 'CLEAN' })
    vi.advanceTimersByTime(1000)
    expect(said()).toEqual(['L01 error text/headline/L01/10', 'L01 info quotes/Q1/text/L01/8'])
    handle.list('keptWords').remove('k')
    vi.advanceTimersByTime(1000)
    expect(said()).toHaveLength(3)
  })

  it('keeps its lists while they say the same, and stops when it is told', () => {
    const { handle, check, end, looked } = open()
    const before = check.at('text/body').get()
    handle.record('text').set('headline', 'Hilfe')
    vi.advanceTimersByTime(1000)
    expect(check.at('text/body').get()).toBe(before)
    end()
    looked.length = 0
    handle.record('text').set('headline', 'Junkies')
    vi.advanceTimersByTime(1000)
    expect(looked).toEqual([])
  })
})
