import { type ReactNode, useEffect } from 'react'
import { announce } from './announce.ts'
import s from './NoticeStrip.module.css'

/** A calm line above the sheet: what happened, what is safe; `children` is what to do. It is said once when it comes. */
export function NoticeStrip(props: {
  readonly label: string
  readonly says: string
  readonly children?: ReactNode
}) {
  const { says } = props
  useEffect(() => announce(says), [says])
  return (
    <section className={s.strip} aria-label={props.label}>
      <p>{says}</p>
      {props.children ? <p className="dos">{props.children}</p> : null}
    </section>
  )
}
