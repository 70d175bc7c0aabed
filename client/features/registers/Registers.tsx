import { useState } from 'react'
import { Link } from 'wouter'
import { isoDay, plainDay } from '#client/i18n/format.ts'
import { type RegisterName, registerNames, registerPath } from '#client/lib/registers.ts'
import { cx } from '#client/ui/cx.ts'
import type { DocumentCard, Space } from '#shared/api/contract.ts'
import { may } from '#shared/permissions.ts'
import { Decisions } from './Decisions.tsx'
import { Duties } from './Duties.tsx'
import { EarlyWarnings } from './EarlyWarnings.tsx'
import { ExtractPage } from './ExtractPage.tsx'
import { Feedback } from './Feedback.tsx'
import { InterimReport } from './InterimReport.tsx'
import { Rebuild } from './Rebuild.tsx'
import s from './Registers.module.css'
import { Tasks } from './Tasks.tsx'
import { useWords } from './words.ts'

/** Those whose rows can be filtered by typing. */
const filtered: readonly RegisterName[] = ['decisions', 'tasks', 'earlyWarnings', 'feedback']

/** Register (DESIGN, room 8): plain tables of what the minutes of a room hold; each row leads to its source. */
export function Registers(props: {
  readonly space: Space
  /** the documents of the room */
  readonly documents: readonly DocumentCard[]
  readonly name: RegisterName
}) {
  const t = useWords()
  const { space, name } = props
  const [query, setQuery] = useState('')
  const [turn, setTurn] = useState(0)
  // an extract goes out with a head of its own
  const isOwnPaper = name === 'extract'
  return (
    <main className={s.room} id="content" tabIndex={-1}>
      <nav className={s.nav} aria-label={t('nav', { space: space.name })}>
        <p>
          <Link href={`/raum/${space.id}`} className="do">
            {t('back')}
          </Link>
        </p>
        <ul>
          {registerNames.map(own => (
            <li key={own}>
              <Link href={registerPath(space.id, own)} aria-current={own === name ? 'page' : undefined}>
                {t(`name.${own}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={s.sheet}>
        <p className={cx(s.letterhead, isOwnPaper && 'noprint')}>
          {space.name} · {t('asOf', { day: plainDay(isoDay(new Date())) })}
        </p>
        <h1 tabIndex={-1} className={cx(isOwnPaper && 'noprint')}>
          {t(`name.${name}`)}
        </h1>
        <p className={cx(s.hint, 'noprint')}>{t(`hint.${name}`)}</p>
        <div className={cx(s.tools, 'noprint')}>
          {filtered.includes(name) ? (
            <label className={s.filter}>
              <span>{t('filter')}</span>
              <input
                type="search"
                value={query}
                autoComplete="off"
                onChange={event => setQuery(event.currentTarget.value)}
              />
            </label>
          ) : null}
          {isOwnPaper ? null : (
            <button type="button" className="do" onClick={() => window.print()}>
              {t('print')}
            </button>
          )}
        </div>
        <View key={turn} {...props} query={query} />
        {may(space.role, 'rebuild') ? (
          <Rebuild space={space} onDone={() => setTurn(before => before + 1)} />
        ) : null}
      </div>
    </main>
  )
}

function View(props: {
  readonly space: Space
  readonly documents: readonly DocumentCard[]
  readonly name: RegisterName
  readonly query: string
}) {
  const { space, documents, name, query } = props
  switch (name) {
    case 'decisions':
      return <Decisions space={space} query={query} />
    case 'tasks':
      return <Tasks space={space} query={query} />
    case 'duties':
      return <Duties space={space} />
    case 'earlyWarnings':
      return <EarlyWarnings space={space} query={query} />
    case 'feedback':
      return <Feedback space={space} query={query} />
    case 'interimReport':
      return <InterimReport space={space} />
    case 'extract':
      return <ExtractPage documents={documents} />
  }
}
