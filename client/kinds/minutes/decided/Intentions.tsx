import { type ReactNode, useState } from 'react'
import { errorText } from '#client/i18n/errorText.ts'
import { clockTime } from '#client/i18n/format.ts'
import { votesWords } from '#client/kinds/minutes/decision/tallyWords.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { asAppError } from '#client/lib/rpc.ts'
import { useStore } from '#client/lib/store.ts'
import type { Intention } from '#client/offline/intentions.ts'
import { announce } from '#client/ui/announce.ts'
import { minutesCommandSchemas } from '#shared/kinds/minutes/commands.ts'
import s from './Decided.module.css'
import { refusalText } from './refusalText.ts'
import { useWords, word, wordIfKnown } from './words.ts'

/** What was commanded here without a connection, as far as `concerns` accepts it. */
export function useIntentions(concerns: (intention: Intention) => boolean): readonly Intention[] {
  const { session } = useMinutes()
  return useStore(session.intentions).filter(concerns)
}

/** Each in words, with the way back; a refused one with its reason until it is put away. */
export function Intentions(props: {
  readonly of: readonly Intention[]
  /** what one can do about a refusal */
  readonly offer?: (intention: Intention) => ReactNode
}) {
  if (props.of.length === 0) return null
  return (
    <ul className={s.intentions}>
      {props.of.map(intention => (
        <li key={intention.commandId}>
          <OneIntention intention={intention} />
          {intention.progress.state === 'refused' ? props.offer?.(intention) : null}
        </li>
      ))}
    </ul>
  )
}

function OneIntention({ intention }: { readonly intention: Intention }) {
  const w = useWords()
  const { session, nameOf } = useMinutes()
  const [problem, setProblem] = useState<string | null>(null)
  const all = useStore(session.intentions)
  const { progress, commandId, madeAt } = intention
  const what = commandWords(intention)
  const isHeld = intention.name === 'closeMeeting' && all.some(other => other.progress.state === 'refused')
  const remove = async () => {
    try {
      await session.withdraw(commandId)
      announce(w('intended.withdrawn'))
    } catch (error) {
      setProblem(errorText(asAppError(error)))
    }
  }
  const isWaiting = progress.state === 'waiting'
  return (
    <>
      <p>
        <strong className={isWaiting ? s.look : s.no}>
          {w(isWaiting ? 'intended.not' : 'intended.refused')}
        </strong>
        {' · '}
        {what}
      </p>
      <p className={s.soft}>
        {progress.state === 'refused'
          ? refusalText(progress, nameOf)
          : isHeld
            ? w('intended.held')
            : w('intended.made', { time: clockTime(new Date(madeAt)) })}
      </p>
      <p className="dos noprint">
        <button
          type="button"
          className="do small"
          aria-label={w(isWaiting ? 'intended.withdrawOf' : 'intended.putAwayOf', { what })}
          onClick={() => void remove()}
        >
          {w(isWaiting ? 'intended.withdraw' : 'intended.putAway')}
        </button>
      </p>
      {problem === null ? null : (
        <p className={s.refused} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

/** What a command is called, with the votes where it has some. */
export function commandWords({ name, input }: Pick<Intention, 'name' | 'input'>): string {
  const tally = minutesCommandSchemas.confirmTally.safeParse(input)
  const votes = tally.success && tally.data.votes ? votesWords(tally.data.votes) : null
  if (name === 'confirmTally' || name === 'confirmTallyAndFreeze') {
    if (votes !== null) return word(`command.${name}`, { votes })
    return word(name === 'confirmTally' ? 'confirm.do' : 'confirm.both')
  }
  return wordIfKnown(`command.${name}`) ?? name
}
