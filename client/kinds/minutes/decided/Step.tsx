import type { FormEvent, ReactNode } from 'react'
import { announce } from '#client/ui/announce.ts'
import type { MinutesCommandName } from '#shared/kinds/minutes/commands.ts'
import { Answer } from './Answer.tsx'
import s from './Decided.module.css'
import { InPlace, useInPlace } from './InPlace.tsx'
import { Intentions, useIntentions } from './Intentions.tsx'
import { useCommand } from './useCommand.ts'
import { useWords } from './words.ts'

type Run = ReturnType<typeof useCommand>['run']

/**
 * One of the steps after a meeting: a word that opens a small form in its place, the form, what the device still waits
 * for, and how it went. `children` are the fields; `onSubmit` gives the command, or `null` where something is missing.
 */
export function Step(props: {
  readonly command: MinutesCommandName
  /** the word that opens the form */
  readonly opens: string
  /** the word that does it */
  readonly does: string
  readonly done: string
  readonly isOffered: boolean
  readonly concerns?: (input: unknown) => boolean
  readonly onSubmit: (run: Run) => ReturnType<Run> | null
  readonly children: ReactNode
}) {
  const w = useWords()
  const command = useCommand()
  const place = useInPlace()
  const { concerns = () => true } = props
  const intentions = useIntentions(({ name, input }) => name === props.command && concerns(input))
  const isWaiting = intentions.some(({ progress }) => progress.state === 'waiting')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await props.onSubmit(command.run)
    if (!outcome || outcome.outcome === 'failed' || outcome.outcome === 'refused') return
    place.close()
    if (outcome.outcome === 'done') announce(props.done)
  }
  return (
    <div className={s.commands}>
      <Intentions of={intentions} />
      {!props.isOffered || isWaiting ? null : (
        <InPlace place={place} opens={props.opens} onOpen={command.rest}>
          <form className={s.form} aria-label={props.opens} onSubmit={event => void submit(event)}>
            {props.children}
            <p className="dos">
              <button type="submit" className="do main" disabled={command.now.state === 'sending'}>
                {props.does}
              </button>
              <button type="button" className="do" onClick={place.close}>
                {w('cancel')}
              </button>
            </p>
          </form>
        </InPlace>
      )}
      <Answer now={command.now} />
    </div>
  )
}
