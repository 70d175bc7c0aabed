import { useField, useThings } from '#client/document/hooks.ts'
import { plainDay } from '#client/i18n/format.ts'
import { part } from '#client/lib/part.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { Later } from '#client/ui/Later.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { lateContributionSchema } from '#shared/kinds/minutes/late.ts'
import s from './Lists.module.css'
import { wordFor } from './options.ts'
import { useMinutes } from './useMinutes.ts'
import { useRecord } from './useRecord.ts'
import { useWords } from './words.ts'

const LateDecision = part(async () => (await import('./decided/LateDecision.tsx')).LateDecision)

/** Nachträge (domain.md 2.2): what came too late, and what the minute taker makes of it. Nothing where there is none. */
export function LateContributions() {
  const w = useWords()
  const { session } = useMinutes()
  const list = session.handle.list('lateContributions')
  const ids = useThings(list)
  if (ids.length === 0) return null
  return (
    <section
      className="item"
      id="lateContributions"
      aria-labelledby="late-head"
      data-path="lateContributions"
      tabIndex={-1}
    >
      <h2 id="late-head">{w('late.title')}</h2>
      <p className={s.small}>{w('late.hint')}</p>
      {ids.map(id => {
        const late = list.get(id)
        return late ? <LateContribution key={id} id={id} late={late} /> : null
      })}
    </section>
  )
}

function LateContribution(props: {
  readonly id: string
  readonly late: RecordHandle<typeof lateContributionSchema>
}) {
  const w = useWords()
  const { nameOf, placeWord } = useMinutes()
  const { id, late } = props
  const author = useField(late, 'author')
  const on = useField(late, 'receivedOn')
  const at = useField(late, 'receivedAt')
  const where = placeWord(useField(late, 'target'))
  const replaces = useField(late, 'replaces')
  const text = useField(late, 'text')
  const reason = useField(late, 'reason')
  const decided = useRecord().late.find(own => own.lateId === id)
  const received =
    on !== null && at !== null
      ? w('late.onAt', { day: plainDay(on), time: at })
      : on !== null
        ? w('late.on', { day: plainDay(on) })
        : at !== null
          ? w('late.at', { time: at })
          : null
  const facts = [where === null ? null : w('late.target', { where }), received, wordFor('lateReason', reason)]
  return (
    <div className={s.late} data-path={`lateContributions/${id}`}>
      <h3>{author === null ? w('late.fromSomebody') : w('late.from', { name: nameOf(author) })}</h3>
      <p>
        {replaces === undefined ? (
          text
        ) : (
          <>
            <del>
              <span className="sr">{w('late.struck')} </span>
              {replaces}
            </del>{' '}
            <ins>
              <span className="sr">{w('late.inserted')} </span>
              {text}
            </ins>
          </>
        )}
      </p>
      <p className={s.small}>{facts.filter(fact => fact !== null).join(' · ')}</p>
      <p className={s.small}>
        {w('late.decision')}:{' '}
        {decided === undefined
          ? w('late.decisionNone')
          : w('late.decided', {
              what: wordFor('lateDecision', decided.decision),
              name: nameOf(decided.by),
              day: plainDay(decided.on),
            })}
      </p>
      <Later>
        <LateDecision
          id={id}
          name={author === null ? null : nameOf(author)}
          isDecided={decided !== undefined}
        />
      </Later>
      <Gloss path={`lateContributions/${id}`} />
      <Gloss path={`lateContributions/${id}/text`} />
    </div>
  )
}
