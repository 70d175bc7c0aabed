import { Link } from 'wouter'
import { plainDay } from '#client/i18n/format.ts'
import { rpc } from '#client/lib/rpc.ts'
import { useLoaded } from '#client/lib/useLoaded.ts'
import type { Space } from '#shared/api/contract.ts'
import type { RegionWarnings } from '#shared/api/registers.ts'
import { Answer } from './Answer.tsx'
import s from './Registers.module.css'
import { fits, RegisterTable, type Row, Shown } from './RegisterTable.tsx'
import { sourceOf } from './source.ts'
import { useWords, word } from './words.ts'

/** Frühwarnsignale of the room, and of the regions below it to which one belongs; without persons. */
export function EarlyWarnings({ space, query }: { readonly space: Space; readonly query: string }) {
  const t = useWords()
  const answer = useLoaded(
    () => rpc.registers.earlyWarnings({ spaceId: space.id }),
    `earlyWarnings ${space.id}`,
  )
  return (
    <Answer of={answer}>
      {regions => {
        const all = regions
          .map(region => ({ region, rows: rowsOf(region) }))
          .filter(({ rows }) => rows.length > 0)
        if (all.length === 0) return <p className={s.empty}>{t('warnings.empty')}</p>
        const found = all.map(({ region, rows }) => ({ region, rows: rows.filter(row => fits(row, query)) }))
        const count = (list: typeof all) => list.reduce((sum, { rows }) => sum + rows.length, 0)
        return (
          <>
            <Shown shown={count(found)} total={count(all)} query={query} />
            {found
              .filter(({ rows }) => rows.length > 0)
              .map(({ region, rows }) => (
                <section key={region.spaceId} className={s.part} aria-label={region.name}>
                  {regions.length > 1 ? <h2>{region.name}</h2> : null}
                  <RegisterTable
                    caption={region.name}
                    look={s.warnings}
                    columns={[t('warnings.signal'), t('warnings.when'), t('warnings.from')]}
                    rows={rows}
                  />
                </section>
              ))}
          </>
        )
      }}
    </Answer>
  )
}

const rowsOf = ({ signals, name }: RegionWarnings): Row[] =>
  signals.map(entry => {
    const { signal, meeting, item, isVisit } = entry
    const day = meeting.date === null ? '' : plainDay(meeting.date)
    const where = isVisit ? word('warnings.visit') : item === null ? '' : word('item', item)
    return {
      id: `${entry.documentId}/${entry.path}`,
      words: [signal, day, where, item?.title, name],
      cells: [
        <Link key="signal" href={sourceOf(entry.documentId, entry.path)} className={s.main}>
          {signal}
        </Link>,
        day,
        <>
          {isVisit ? where : meeting.name}
          {!isVisit && item ? (
            <small>
              {where} {item.title}
            </small>
          ) : null}
        </>,
      ],
    }
  })
