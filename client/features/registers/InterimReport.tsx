import { useState } from 'react'
import { isoDay, plainDay, plainNumber } from '#client/i18n/format.ts'
import { rpc } from '#client/lib/rpc.ts'
import { useLoaded } from '#client/lib/useLoaded.ts'
import { cx } from '#client/ui/cx.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import f from '#client/ui/SlipForm.module.css'
import type { Space } from '#shared/api/contract.ts'
import type { RegionReport } from '#shared/api/registers.ts'
import { Answer } from './Answer.tsx'
import s from './Registers.module.css'
import { useWords } from './words.ts'

/** Zwischenbericht: counts per region over a span, without names; made to be printed. */
export function InterimReport({ space }: { readonly space: Space }) {
  const t = useWords()
  const year = isoDay(new Date()).slice(0, 4)
  const [span, setSpan] = useState({ from: `${year}-01-01`, to: `${year}-12-31` })
  const isBackwards = span.to < span.from
  return (
    <>
      <div className={cx(s.span, 'noprint')}>
        {(['from', 'to'] as const).map(end => (
          <DateField
            key={end}
            label={t(`report.${end}`)}
            path={`report/${end}`}
            value={span[end]}
            format={plainDay}
            write={day => {
              if (day !== null) setSpan({ ...span, [end]: day })
              return { value: day ?? span[end] }
            }}
          />
        ))}
      </div>
      {isBackwards ? (
        <p role="alert" className={f.problem}>
          {t('report.backwards')}
        </p>
      ) : (
        <Reports space={space} span={span} />
      )}
    </>
  )
}

function Reports({ space, span }: { readonly space: Space; readonly span: { from: string; to: string } }) {
  const t = useWords()
  const answer = useLoaded(
    () => rpc.registers.interimReport({ spaceId: space.id, ...span }),
    `report ${space.id} ${span.from} ${span.to}`,
  )
  return (
    <Answer of={answer}>
      {regions => {
        const told = regions.filter(({ reports, signals }) => reports > 0 || signals.length > 0)
        const leftOut = regions.reduce((sum, region) => sum + region.leftOut, 0)
        return (
          <>
            <p className={s.spanWords}>
              {t('report.span', { from: plainDay(span.from), to: plainDay(span.to) })}
            </p>
            {leftOut > 0 ? (
              <p className={cx(s.lookAt, 'noprint')}>{t('report.leftOut', { count: leftOut })}</p>
            ) : null}
            {told.length === 0 ? <p className={s.empty}>{t('report.empty')}</p> : null}
            {told.map(region => (
              <Region key={region.spaceId} region={region} />
            ))}
          </>
        )
      }}
    </Answer>
  )
}

const counts = ['reports', 'groups', 'participants', 'presented', 'ready'] as const

function Region({ region }: { readonly region: RegionReport }) {
  const t = useWords()
  return (
    <section className={s.part} aria-label={region.name}>
      <h2>{region.name}</h2>
      {region.isFew ? <p className={cx(s.lookAt, 'noprint')}>{t('report.few')}</p> : null}
      {region.reports > 0 ? (
        <dl className={s.counts}>
          {counts.map(name => (
            <div key={name}>
              <dt>{t(`report.${name}`)}</dt>
              <dd className="lining">{plainNumber(region[name])}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {(['needs', 'signals'] as const).map(name => (
        <div key={name} className={s.said}>
          <h3>{t(`report.${name}`)}</h3>
          {region[name].length === 0 ? <p className="soft">{t('report.none')}</p> : null}
          <ul>
            {region[name].map(({ text, count }) => (
              <li key={text}>
                {text}
                {count > 1 ? <small> · {t('report.times', { count })}</small> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
