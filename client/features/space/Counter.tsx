import { cx } from '#client/ui/cx.ts'
import s from './Counters.module.css'

/** More ticks than this are a bar nobody counts. */
const mostTicks = 12

/** „Besuche 1/2“ with a tick for each, and what it means in words. `half`: done, but not counted yet. */
export function Counter(props: {
  readonly title: string
  readonly count: number
  readonly target: number
  readonly half?: number
  readonly note: string
}) {
  const { title, count, target, half = 0, note } = props
  const ticks = Array.from({ length: Math.min(target, mostTicks) }, (_, index) => index)
  return (
    <li className={s.counter}>
      <p className={s.count}>
        <span>{title}</span>
        <b>
          {count}/{target}
        </b>
      </p>
      {target <= mostTicks ? (
        <p className={s.ticks} aria-hidden="true">
          {ticks.map(index => (
            <i key={index} className={cx(index < count ? s.on : index < count + half && s.half)} />
          ))}
        </p>
      ) : null}
      <p className="note soft">{note}</p>
    </li>
  )
}
