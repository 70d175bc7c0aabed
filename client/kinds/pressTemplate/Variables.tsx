import { useId, useMemo } from 'react'
import { useFactSource } from '#client/editor/factSource.ts'
import { currentLanguage } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { plainText, useAtom } from '#client/sheet/atom.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { attempt, step } from '#client/sheet/writing.ts'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { factLabel } from '#shared/rules/factLabels.ts'
import s from './Press.module.css'
import { placeWord } from './parts.ts'
import { usePress } from './usePress.ts'
import { derived, useDrawn } from './useRelease.ts'
import { type Variable, variablesOf } from './variables.ts'
import { useWords } from './words.ts'

/** The merge fields of the text: which are open, where they stand, and a line to fill them. */
export function Variables() {
  const t = useWords()
  const head = useId()
  const drawn = useDrawn()
  const variables = useStore(
    useMemo(() => derived(drawn, ({ value, facts }) => variablesOf(value, facts)), [drawn]),
  )
  const isTemplate = useStore(drawn).value.header.form === 'vorlage'
  // the values of the group show live in the margin, too
  useStore(useFactSource())
  if (isTemplate) return <OfTemplate variables={variables} />
  const isOpen = (variable: Variable) => variable.shown === null
  const open = variables.filter(isOpen)
  const filled = variables.filter(variable => !isOpen(variable))
  return (
    <section className={s.margin} aria-labelledby={head} data-path="values">
      <h2 id={head}>{t('values.title')}</h2>
      {variables.length === 0 ? <p className="soft">{t('values.none')}</p> : null}
      {variables.length > 0 && open.length === 0 ? <p className="soft">{t('values.allFilled')}</p> : null}
      {open.length > 0 ? (
        <p className={s.openCount} data-open={open.length}>
          {t('values.open', { count: open.length })}
        </p>
      ) : null}
      <ul>
        {open.map(variable => (
          <li key={variable.name}>
            <One variable={variable} />
          </li>
        ))}
      </ul>
      {filled.length > 0 ? (
        <details>
          <summary>{t('values.filled', { count: filled.length })}</summary>
          <ul>
            {filled.map(variable => (
              <li key={variable.name}>
                <One variable={variable} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

/** A template only says which places it has; a release fills them. */
function OfTemplate({ variables }: { readonly variables: readonly Variable[] }) {
  const t = useWords()
  const head = useId()
  return (
    <section className={s.margin} aria-labelledby={head} data-path="values">
      <h2 id={head}>{t('values.title')}</h2>
      <p className="soft">
        {variables.length === 0 ? t('values.none') : t('values.template', { count: variables.length })}
      </p>
      <ul>
        {variables.map(({ name, path }) => (
          <li key={name} className={s.variable} data-variable={name}>
            <button type="button" className="do small" onClick={() => goTo(path)}>
              {factLabel(name, currentLanguage())}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ variable }: { readonly variable: Variable }) {
  const t = useWords()
  const { readOnly } = usePress()
  const { name, path, field, shown } = variable
  const label = factLabel(name, currentLanguage())
  return (
    <div className={s.variable} data-variable={name}>
      <button
        type="button"
        className="do"
        aria-label={t('values.go', { name: label })}
        onClick={() => goTo(field ?? path)}
      >
        {label}
      </button>
      {shown === null || (field === null && !readOnly) ? null : (
        <span className={s.shownValue} lang="de">
          {shown}
        </span>
      )}
      {field === 'event/place' ? <EventPlace /> : null}
      {field === null && !readOnly ? <OwnValue name={name} shown={shown} /> : null}
      {shown === null ? (
        <span className={s.where}>{t('values.where', { where: placeWord(path) ?? path })}</span>
      ) : null}
    </div>
  )
}

/** The place of the event, filled in where it is missed. */
function EventPlace() {
  const t = useWords()
  const { session } = usePress()
  const place = useAtom(session.handle.record('event'), 'place')
  return (
    <TextField
      {...plainText(place)}
      path="values/veranstaltung.ort"
      quiet
      label={t('event.place')}
      placeholder={t('event.placeNone')}
    />
  )
}

/** A value for this text only, over the facts of the group. */
function OwnValue({ name, shown }: { readonly name: string; readonly shown: string | null }) {
  const t = useWords()
  const { session } = usePress()
  const list = session.handle.list('values')
  const { value } = useStore(useDrawn())
  const own = value.values.find(row => row.id === name)?.value ?? ''
  const write = (next: string) => {
    const words = next.trim()
    return attempt(
      session,
      () => {
        if (words === '') list.remove(name)
        else {
          list.add(name, { value: words })
          list.get(name)?.set('value', words)
        }
      },
      () => words,
    )
  }
  return (
    <>
      <TextField
        path={`values/${name}`}
        quiet
        label={t('values.only', { name: factLabel(name, currentLanguage()) })}
        value={own}
        placeholder={shown ?? t('values.onlyNone')}
        write={write}
      />
      {own === '' ? null : (
        <button type="button" className="do small" onClick={() => step(session, () => list.remove(name))}>
          {t('values.clear')}
        </button>
      )}
    </>
  )
}
