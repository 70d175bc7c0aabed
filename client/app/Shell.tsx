import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '#client/i18n/i18n.ts'
import s from './shell.module.css'

/** The frame of every room but the sheet: the house's name, where one is, and what belongs to oneself. */
export function Shell(props: {
  readonly where?: ReactNode
  readonly end?: ReactNode
  readonly children: ReactNode
}) {
  const t = useText()
  return (
    <>
      <header className={s.bar}>
        <p className={s.house}>
          <Link href="/" aria-label={t('shell.house')}>
            Mitschrift
          </Link>
        </p>
        {props.where ? <p className={s.state}>{props.where}</p> : null}
        <div className={s.end}>{props.end}</div>
      </header>
      {props.children}
    </>
  )
}

/** A room that is one sheet of paper with a few words and a way on. */
export function PaperPage(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className={s.page} id="content" tabIndex={-1}>
      <div className={s.paper}>
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.children}
      </div>
    </main>
  )
}
