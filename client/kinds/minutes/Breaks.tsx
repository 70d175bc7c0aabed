import { useState } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { useAtom } from '#client/sheet/atom.ts'
import type { Written } from '#client/ui/fields/draft.ts'
import { TimeField } from '#client/ui/fields/TimeField.tsx'
import s from './HeaderForm.module.css'
import { useMinutes } from './useMinutes.ts'

type Break = { from: string; to: string }
type Side = keyof Break

/**
 * Breaks of the meeting, one atomic list. A new one is written when both of its times stand;
 * a break whose times are both emptied is taken out.
 */
export function Breaks() {
  const t = useText()
  const { session, readOnly } = useMinutes()
  const breaks = useAtom(session.handle.record('header'), 'breaks')
  const [fresh, setFresh] = useState<Partial<Break> | null>(null)

  const change = (index: number, side: Side, time: string | null): Written => {
    const next = breaks.value.flatMap((entry, place) => {
      if (place !== index) return [entry]
      return time === null ? [] : [{ ...entry, [side]: time }]
    })
    const answer = breaks.try(next)
    return 'problem' in answer ? answer : { value: time ?? '' }
  }
  const changeFresh = (side: Side, time: string | null): Written => {
    const { [side]: _, ...rest } = fresh ?? {}
    const next: Partial<Break> = time === null ? rest : { ...rest, [side]: time }
    const { from, to } = next
    if (from === undefined || to === undefined) {
      setFresh(next)
      return { value: time ?? '' }
    }
    const answer = breaks.try([...breaks.value, { from, to }])
    if ('problem' in answer) return answer
    setFresh(null)
    return { value: time ?? '' }
  }
  const row = (entry: Partial<Break>, index: number, write: (side: Side, time: string | null) => Written) => (
    <div className={s.line} key={index}>
      {(['from', 'to'] as const).map((side, place) => (
        <TimeSide
          key={side}
          dash={place === 1}
          label={t(side === 'from' ? 'breaks.from' : 'breaks.to', { number: index + 1 })}
          path={`header/breaks/${index}/${side}`}
          value={entry[side] ?? null}
          readOnly={readOnly}
          write={time => write(side, time)}
        />
      ))}
    </div>
  )

  return (
    <div role="group" aria-label={t('breaks.label')} data-path="header/breaks">
      <span className={s.label}>{t('breaks.label')}</span>
      <div className={s.lines}>
        {breaks.value.map((entry, index) => row(entry, index, (side, time) => change(index, side, time)))}
        {fresh ? row(fresh, breaks.value.length, changeFresh) : null}
        {breaks.value.length === 0 && fresh === null && readOnly ? <span>–</span> : null}
        {fresh === null && !readOnly ? (
          <div className="noprint">
            <button type="button" className="do small" onClick={() => setFresh({})}>
              {t('breaks.add')}
            </button>
          </div>
        ) : null}
      </div>
    </div>
  )
}

function TimeSide(props: {
  readonly dash: boolean
  readonly label: string
  readonly path: string
  readonly value: string | null
  readonly readOnly: boolean
  readonly write: (time: string | null) => Written
}) {
  return (
    <>
      {props.dash ? <span aria-hidden="true">–</span> : null}
      <TimeField
        quiet
        label={props.label}
        path={props.path}
        value={props.value}
        readOnly={props.readOnly}
        placeholder="--:--"
        write={props.write}
      />
    </>
  )
}
