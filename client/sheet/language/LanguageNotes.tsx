import { useEffect, useRef } from 'react'
import { currentLanguage } from '#client/i18n/i18n.ts'
import { useStore, writable } from '#client/lib/store.ts'
import { useSheet } from '#client/sheet/sheetContext.ts'
import { announce } from '#client/ui/announce.ts'
import { cx } from '#client/ui/cx.ts'
import type { LanguageRule } from '#shared/rules/language/schema.ts'
import s from './Language.module.css'
import type { PlacedFinding } from './languageCheck.ts'
import { type LanguageHelp, useLanguageHelp } from './languageContext.ts'
import { replaceWord } from './replaceWord.ts'
import { useLanguageWords } from './words.ts'

/** The notes of the language check about one field, each beside its word where there is a margin. */
export function LanguageNotes({ field }: { readonly field: string }) {
  const help = useLanguageHelp()
  return help ? <Notes help={help} field={field} /> : null
}

function Notes({ help, field }: { readonly help: LanguageHelp; readonly field: string }) {
  const findings = useStore(help.check.at(field))
  return findings.map(finding => <Note key={finding.id} help={help} finding={finding} />)
}

/** The word that was pressed last in a text, and how often one was. */
const asked = writable<{ readonly id: string | null; readonly count: number }>({ id: null, count: 0 })

/** A press on a marked word opens its note. For the outermost element of a sheet. */
export function openAskedNote(target: EventTarget | null): void {
  const word = target instanceof Element ? target.closest<HTMLElement>('[data-mark]') : null
  if (word) asked.set({ id: word.dataset.mark ?? null, count: asked.get().count + 1 })
}

/** One word: what it is, and on a press or on focus why, who says so, and what one could write. Nothing replaces itself. */
function Note({ help, finding }: { readonly help: LanguageHelp; readonly finding: PlacedFinding }) {
  const t = useLanguageWords()
  const { session, readOnly } = useSheet()
  const root = useRef<HTMLDetailsElement>(null)
  const pressed = useStore(asked)
  const heard = useRef(pressed.count)
  const rule = help.check.rules.rules.find(({ id }) => id === finding.rule)
  useEffect(() => {
    // a press from before this note was there is none of its affairs
    if (heard.current === pressed.count) return
    heard.current = pressed.count
    if (pressed.id !== finding.id || !root.current) return
    root.current.open = true
    root.current.scrollIntoView({ block: 'nearest' })
  }, [pressed, finding.id])
  if (!rule) return null
  const word = finding.match
  const mayKeep = help.keep !== null && !readOnly && finding.severity !== 'error'
  const replace = (words: string) =>
    announce(replaceWord(session, finding, words) ? t('replaced', { word }) : t('gone'))
  return (
    <details
      ref={root}
      name="language"
      className={cx(s.note, s[finding.severity])}
      data-gloss={finding.field}
      data-word={finding.id}
    >
      <summary>
        <span className={s.level}>{t(`level.${finding.speech ? 'speech' : finding.severity}`)}</span>{' '}
        <span className={s.word} lang="de">
          „{word}“
        </span>
      </summary>
      <div className={s.why}>
        <p>{rule.why[currentLanguage()]}</p>
        {finding.speech ? <p>{t('speech')}</p> : null}
        {rule.say.length > 0 ? <p className={s.rather}>{t('rather')}</p> : null}
        <ul lang="de">
          {rule.say.map(words => (
            <li key={words}>
              {!readOnly && canReplace(rule, words) ? (
                <button
                  type="button"
                  className="do"
                  aria-label={t('replace', { word, words })}
                  onClick={() => replace(words)}
                >
                  {words}
                </button>
              ) : (
                <em>{words}</em>
              )}
            </li>
          ))}
        </ul>
        <p className={s.source}>{t('sources', { names: sourceNames(help, rule) })}</p>
        {mayKeep ? (
          <p>
            <button
              type="button"
              className="do small"
              aria-label={t('keepWord', { word })}
              onClick={() => {
                help.keep?.(finding)
                announce(t('keptNow', { word }))
              }}
            >
              {t('keep')}
            </button>
          </p>
        ) : null}
      </div>
    </details>
  )
}

/** A form with „…“ and an advice are for people to follow; everything else can be put in as it is. */
const canReplace = (rule: LanguageRule, words: string): boolean =>
  !words.includes('…') && !(rule.advice ?? []).includes(words)

const sourceNames = (help: LanguageHelp, rule: LanguageRule): string =>
  rule.src
    .map(id => {
      const source = help.check.rules.sources.find(known => known.id === id)
      const name = source?.name[currentLanguage()] ?? id
      return id === 'own' ? name : `${id} ${name}`
    })
    .join(' · ')
