import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { usePicked } from '#client/kinds/minutes/usePicked.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import type { DecisionRecord } from '#shared/kinds/minutes/record.ts'
import type { MinutesDraft, Votes } from '#shared/kinds/minutes/schema.ts'
import s from './Decision.module.css'
import { notCountedWords } from './tallyWords.ts'

const attendanceOf = ({ attendance }: MinutesDraft) =>
  attendance.map(({ id, intervals }) => ({ id, intervals }))
const entitledIn = ({ quorum: { rule }, attendance }: MinutesDraft): number =>
  (rule && rule.type !== 'keine' ? rule.of : undefined) ??
  attendance.filter(({ voting }) => voting === 'stimmberechtigt').length

/** The count that holds: votes, result, who was there and who confirmed it; other counts are named as not counted. */
export function Confirmed(props: {
  readonly row: DecisionRecord
  readonly counts: Readonly<Record<string, Votes>>
  readonly isClosed: boolean
}) {
  const w = useWords()
  const { nameOf } = useMinutes()
  const { row } = props
  const attendance = usePicked(attendanceOf)
  const eligible = usePicked(entitledIn)
  const path = `decisions/${row.decisionId}`
  const { votes, result, eligiblePresent: present, at, by } = row
  const uncounted = Object.entries(props.counts).filter(([, own]) => !isSame(own, votes))
  const facts = [
    eligible >= present ? w('tally.there', { present, eligible }) : w('tally.thereOnly', { present }),
    by === undefined
      ? w('tally.confirmedAt', { time: at })
      : w('tally.confirmedBy', { name: nameOf(by), time: at }),
    row.register === undefined && !props.isClosed ? w('tally.numberLater') : '',
  ]
  return (
    <div className={s.tally} data-path={`${path}/votes`}>
      <dl className={s.result}>
        {votes === null ? null : (
          <>
            <Count word={w('tally.yes')} count={votes.yes} />
            <Count word={w('tally.no')} count={votes.no} />
            <Count word={w('tally.abstain')} count={votes.abstain} />
            {votes.invalid > 0 ? <Count word={w('tally.invalid')} count={votes.invalid} /> : null}
          </>
        )}
        {row.objections === null ? null : <Count word={w('tally.objections')} count={row.objections} />}
        {result === null ? null : (
          <div className={s.res}>
            <dt className="sr">{w('tally.result')}</dt>
            <dd>{w(`result.${result}`)}</dd>
          </div>
        )}
      </dl>
      <p className={s.small}>{facts.filter(Boolean).join(' ')}</p>
      {uncounted.map(([person, own]) => (
        <p key={person} className={s.small}>
          {notCountedWords(
            nameOf(person),
            own,
            attendance.find(({ id }) => id === person)?.intervals ?? null,
            at,
          )}
        </p>
      ))}
      <Gloss path={`${path}/votes`} />
      <Gloss path={`${path}/eligiblePresent`} />
      <Gloss path={`${path}/result`} />
      <Gloss path={`${path}/register`} />
    </div>
  )
}

function Count({ word, count }: { readonly word: string; readonly count: number }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{count}</dd>
    </div>
  )
}

const isSame = (own: Votes, confirmed: Votes | null): boolean =>
  confirmed !== null &&
  own.yes === confirmed.yes &&
  own.no === confirmed.no &&
  own.abstain === confirmed.abstain &&
  own.invalid === confirmed.invalid

/** A wording that was voted on: it stands, whatever the live text says (V15). */
export function FrozenWording({ wording, path }: { readonly wording: string; readonly path: string }) {
  return (
    <div className={s.frozen} data-path={path} tabIndex={-1}>
      {wording.split('\n').map((line, place) => (
        // lines of a text that never changes
        // oxlint-disable-next-line react/no-array-index-key
        <p key={place}>{line}</p>
      ))}
    </div>
  )
}
