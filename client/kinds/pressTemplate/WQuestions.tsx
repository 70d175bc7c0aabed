import { useMemo } from 'react'
import { currentLanguage } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { useAtom } from '#client/sheet/atom.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import { type WQuestion, wQuestionSchema } from '#shared/kinds/pressTemplate/enums.ts'
import { suggestAnswers } from '#shared/kinds/pressTemplate/wQuestions.ts'
import { factLabel } from '#shared/rules/factLabels.ts'
import { fillIn, mergeField } from '#shared/rules/mergeFields.ts'
import s from './Press.module.css'
import { usePress } from './usePress.ts'
import { derived, useDrawn } from './useRelease.ts'
import { useWords } from './words.ts'

/** Who, what, when, where, why, how: ticked by people; the program says what it thinks it has found in the lead. */
export function WQuestions() {
  const t = useWords()
  const drawn = useDrawn()
  const answers = useStore(
    useMemo(
      () =>
        derived(drawn, ({ value, facts }) =>
          suggestAnswers(fillIn(paragraphTexts(value.text.lead).join(' '), facts)),
        ),
      [drawn],
    ),
  )
  return (
    <fieldset className={s.margin} data-path="wQuestions">
      <legend>{t('w.title')}</legend>
      <ul className={s.questions}>
        {wQuestionSchema.options.map(question => (
          <Question key={question} question={question} found={answers[question]} />
        ))}
      </ul>
    </fieldset>
  )
}

function Question({ question, found }: { readonly question: WQuestion; readonly found: string | null }) {
  const t = useWords()
  const { session, readOnly } = usePress()
  const tick = useAtom(session.handle.record('wQuestions'), question)
  return (
    <li>
      <label className={s.question}>
        <input
          type="checkbox"
          data-path={tick.path}
          checked={tick.value}
          disabled={readOnly}
          onChange={event => tick.set(event.currentTarget.checked)}
        />
        <span>
          <b>{t(`w.${question}`)}</b>{' '}
          {tick.value ? null : (
            <span className={s.where} lang={found === null ? undefined : 'de'}>
              {found === null ? t('w.nothing') : t('w.found', { words: withLabels(found) })}
            </span>
          )}
        </span>
      </label>
    </li>
  )
}

/** A merge field that is still open, by what people call it. */
const withLabels = (words: string): string =>
  words.replaceAll(mergeField, (_, name: string) => factLabel(name, currentLanguage()))
