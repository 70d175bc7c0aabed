import { Link } from 'wouter'
import { joined, plainDay } from '#client/i18n/format.ts'
import { rpc } from '#client/lib/rpc.ts'
import { useLoaded } from '#client/lib/useLoaded.ts'
import type { Space } from '#shared/api/contract.ts'
import type { RegisteredDecision } from '#shared/api/registers.ts'
import { Answer } from './Answer.tsx'
import { nameOf } from './people.ts'
import s from './Registers.module.css'
import { fits, RegisterTable, type Row, Shown } from './RegisterTable.tsx'
import { sourceOf } from './source.ts'
import { useWords, word } from './words.ts'

/** Beschlussregister: number, wording as frozen, result, where it was decided, whether it is still valid. */
export function Decisions({ space, query }: { readonly space: Space; readonly query: string }) {
  const t = useWords()
  const answer = useLoaded(() => rpc.registers.decisions({ spaceId: space.id }), `decisions ${space.id}`)
  return (
    <Answer of={answer}>
      {decisions => {
        if (decisions.length === 0) return <p className={s.empty}>{t('decisions.empty')}</p>
        const rows = decisions.map(rowOf)
        const found = rows.filter(row => fits(row, query))
        return (
          <>
            <Shown shown={found.length} total={rows.length} query={query} />
            {found.length > 0 ? (
              <RegisterTable
                caption={t('name.decisions')}
                look={s.decisions}
                columns={[
                  t('decisions.number'),
                  t('decisions.wording'),
                  t('decisions.result'),
                  t('decisions.meeting'),
                  t('decisions.standing'),
                ]}
                rows={found}
              />
            ) : null}
          </>
        )
      }}
    </Answer>
  )
}

function rowOf(entry: RegisteredDecision): Row {
  const { number, wording, meeting, item, votes, standing, isFrozen } = entry
  const says = entry.form === 'election' ? electionOf(entry) : wording || word('untitled')
  const result =
    entry.form === 'election'
      ? ''
      : entry.result === null
        ? word('decisions.noResult')
        : word(`decisions.${entry.result}`)
  const count = votes === null ? '' : word('decisions.votes', votes)
  const invalid = votes === null || votes.invalid === 0 ? '' : word('decisions.invalid', votes)
  const day = meeting.date === null ? '' : plainDay(meeting.date)
  const where = item === null ? '' : word('item', item)
  const state = standingOf(entry)
  return {
    id: `${entry.documentId}/${entry.path}`,
    words: [number, entry.subject, says, result, day, meeting.name, where, item?.title, state],
    cells: [
      number ?? (
        <span className="soft" title={word('decisions.numberLaterLong')}>
          {word('decisions.numberLater')}
        </span>
      ),
      <>
        {entry.subject && entry.form === 'decision' ? <small>{entry.subject}</small> : null}
        <Link href={sourceOf(entry.documentId, entry.path)} className={s.main}>
          {says}
        </Link>
        {isFrozen ? null : <small>{word('decisions.notFrozen')}</small>}
      </>,
      <>
        {result}
        {count ? <small className="lining">{[count, invalid].filter(Boolean).join(', ')}</small> : null}
      </>,
      <>
        {day}
        <small>{[meeting.name, where].filter(Boolean).join(' · ')}</small>
      </>,
      <span key="standing" data-standing={standing}>
        {entry.supersededBy ? (
          <Link href={sourceOf(entry.supersededBy.documentId, entry.supersededBy.path)}>{state}</Link>
        ) : (
          state
        )}
      </span>,
    ],
  }
}

function electionOf({ subject, elected }: RegisteredDecision): string {
  const who =
    elected.length === 0
      ? word('decisions.electedNobody')
      : word('decisions.elected', { who: joined(elected.map(nameOf)) })
  return `${word('decisions.election', { office: subject })}. ${who}`
}

function standingOf({ standing, supersededBy }: RegisteredDecision): string {
  if (standing !== 'superseded') return word(`decisions.${standing}`)
  return supersededBy?.number
    ? word('decisions.supersededBy', { number: supersededBy.number })
    : word('decisions.supersededByLater')
}
