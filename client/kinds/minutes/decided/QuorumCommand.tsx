import { announce } from '#client/ui/announce.ts'
import { Answer } from './Answer.tsx'
import s from './Decided.module.css'
import { Intentions, useIntentions } from './Intentions.tsx'
import { useCommand } from './useCommand.ts'
import { useFunctions } from './useFunctions.ts'
import { useWords } from './words.ts'

/** „Beschlussfähig?“: the chair asks, the attendance list answers (domain.md 2.2). */
export function QuorumCommand() {
  const w = useWords()
  const command = useCommand()
  const { isChair } = useFunctions()
  const intentions = useIntentions(({ name }) => name === 'ascertainQuorum')
  const run = async () => {
    const { outcome } = await command.run('ascertainQuorum', {})
    if (outcome === 'done') announce(w('quorum.done'))
  }
  if (!isChair && intentions.length === 0) return null
  return (
    <div className={s.commands} data-path="quorum/commands">
      <Intentions of={intentions} />
      {isChair ? (
        <p className="dos noprint">
          <button
            type="button"
            className="do small"
            disabled={command.now.state === 'sending'}
            onClick={() => void run()}
          >
            {w('quorum.do')}
          </button>
        </p>
      ) : null}
      <Answer now={command.now} />
    </div>
  )
}
