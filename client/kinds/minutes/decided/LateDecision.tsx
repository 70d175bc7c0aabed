import { wordFor } from '#client/kinds/minutes/options.ts'
import { announce } from '#client/ui/announce.ts'
import { lateDecisionSchema } from '#shared/kinds/minutes/enums.ts'
import { Answer } from './Answer.tsx'
import s from './Decided.module.css'
import { Intentions, useIntentions } from './Intentions.tsx'
import { useCommand } from './useCommand.ts'
import { useFunctions } from './useFunctions.ts'
import { useWords } from './words.ts'

/** What the minute taker makes of a late contribution: once, for everybody to see (domain.md 2.2). */
export function LateDecision(props: {
  readonly id: string
  readonly name: string | null
  readonly isDecided: boolean
}) {
  const w = useWords()
  const command = useCommand()
  const { isMinuteTaker } = useFunctions()
  const { id, isDecided } = props
  const intentions = useIntentions(
    ({ name, input }) =>
      name === 'decideLate' &&
      typeof input === 'object' &&
      input !== null &&
      'late' in input &&
      input.late === id,
  )
  const isOpen = isMinuteTaker && !isDecided && intentions.length === 0
  if (!isOpen && intentions.length === 0 && command.now.state === 'resting') return null
  return (
    <div className={s.commands} data-path={`lateContributions/${id}/commands`}>
      <Intentions of={intentions} />
      {isOpen ? (
        <p className="dos noprint">
          {lateDecisionSchema.options.map(decision => (
            <button
              key={decision}
              type="button"
              className="do small"
              aria-label={w('late.of', { what: w(`late.${decision}`), name: props.name ?? '–' })}
              disabled={command.now.state === 'sending'}
              onClick={() => {
                void command.run('decideLate', { late: id, decision }).then(({ outcome }) => {
                  if (outcome === 'done')
                    announce(w('late.done', { what: wordFor('lateDecision', decision) }))
                })
              }}
            >
              {w(`late.${decision}`)}
            </button>
          ))}
        </p>
      ) : null}
      <Answer now={command.now} />
    </div>
  )
}
