import { useEffect, useId, useState } from 'react'
import { plainDay } from '#client/i18n/format.ts'
import { useDecisionWord } from '#client/kinds/minutes/decision/useDecisionOptions.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { rpc } from '#client/lib/rpc.ts'
import { useStore } from '#client/lib/store.ts'
import type { RegisteredDecision } from '#shared/api/registers.ts'
import s from './Decided.module.css'
import { Step } from './Step.tsx'
import { useFunctions } from './useFunctions.ts'
import { useWords } from './words.ts'

/** Two minutes may have decisions of the same id. */
const keyOf = ({ documentId, decision }: Source): string => `${documentId}/${decision}`

type Source = { readonly documentId: string; readonly decision: string; readonly label: string }

/** A decision of these minutes loses its force to a later one that was accepted, of these minutes or of others. */
export function Superseding() {
  const w = useWords()
  const id = useId()
  const { session } = useMinutes()
  const record = useRecord()
  const wordOf = useDecisionWord()
  const { mayCommand } = useFunctions()
  const [which, setWhich] = useState('')
  const [by, setBy] = useState('')
  const others = useRegister()
  const gone = new Set(record.superseded.map(({ decisionId }) => decisionId))
  const open = record.decisions.filter(row => row.result === 'angenommen' && !gone.has(row.decisionId))
  const old = which || (open[0]?.decisionId ?? '')
  const sources: Source[] = [
    ...open
      .filter(row => row.decisionId !== old)
      .map(row => ({
        documentId: session.info.id as string,
        decision: row.decisionId,
        label: [row.register, wordOf(row.decisionId)].filter(Boolean).join(' · '),
      })),
    ...others,
  ]
  const source = sources.find(own => keyOf(own) === by) ?? sources[0]
  const numberOf = (decisionId: string) =>
    record.decisions.find(row => row.decisionId === decisionId)?.register ?? wordOf(decisionId)
  return (
    <>
      {record.superseded.map(({ decisionId, register, on, byDecision }) => (
        <p key={decisionId} className={s.soft}>
          {w('supersede.is', {
            number: numberOf(decisionId),
            by: register ?? numberOf(byDecision),
            day: plainDay(on),
          })}
        </p>
      ))}
      <Step
        command="supersede"
        opens={w('supersede.do')}
        does={w('supersede.run')}
        done={w('supersede.done')}
        isOffered={mayCommand && open.length > 0 && sources.length > 0}
        onSubmit={run =>
          source === undefined
            ? null
            : run('supersede', {
                decision: old,
                bySource: { documentId: source.documentId, decision: source.decision },
              })
        }
      >
        <p className={s.soft}>{w('supersede.hint')}</p>
        <div>
          <label htmlFor={`${id}-which`}>{w('supersede.which')}</label>
          <select
            id={`${id}-which`}
            autoFocus
            value={old}
            onChange={event => setWhich(event.currentTarget.value)}
          >
            {open.map(row => (
              <option key={row.decisionId} value={row.decisionId}>
                {[row.register, wordOf(row.decisionId)].filter(Boolean).join(' · ')}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor={`${id}-by`}>{w('supersede.by')}</label>
          <select
            id={`${id}-by`}
            value={source ? keyOf(source) : ''}
            onChange={event => setBy(event.currentTarget.value)}
          >
            {sources.map(own => (
              <option key={keyOf(own)} value={keyOf(own)}>
                {own.label}
              </option>
            ))}
          </select>
        </div>
      </Step>
    </>
  )
}

/** The valid decisions of other minutes of the space, as the register has them; without a network none. */
function useRegister(): readonly Source[] {
  const { session } = useMinutes()
  const [sources, setSources] = useState<readonly Source[]>([])
  const isOnline = useStore(session.connection).state === 'online'
  const { spaceId, id } = session.info
  useEffect(() => {
    if (!isOnline) return
    let isHere = true
    rpc.registers.decisions({ spaceId }).then(
      answer => {
        if (isHere) setSources(sourcesOf(answer, id))
      },
      // without the register only these minutes are offered
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [isOnline, spaceId, id])
  return sources
}

const sourcesOf = (decisions: readonly RegisteredDecision[], own: string): Source[] =>
  decisions
    .filter(
      ({ documentId, standing, form }) => documentId !== own && standing === 'valid' && form === 'decision',
    )
    .map(({ documentId, id, number, wording }) => ({
      documentId,
      decision: id,
      label: [number, wording.slice(0, 60)].filter(Boolean).join(' · '),
    }))
