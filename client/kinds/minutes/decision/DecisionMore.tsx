import { Suspense } from 'react'
import { useWords } from '#client/kinds/minutes/words.ts'
import { part } from '#client/lib/part.ts'
import { Popover } from '#client/ui/Popover.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { decisionSchema } from '#shared/kinds/minutes/schema.ts'
import s from './Decision.module.css'

/** The texts of a decision that most of them do without. */
export type PartName = 'motion' | 'dissentNote'

const DecisionSlip = part(async () => (await import('./DecisionSlip.tsx')).DecisionSlip)

/** The way to what is needed now and then. */
export function DecisionMore(props: {
  readonly id: string
  readonly decision: RecordHandle<typeof decisionSchema>
  readonly what: string
  readonly isDecided: boolean
  readonly onPart: (part: PartName) => void
}) {
  const w = useWords()
  return (
    <span className={`${s.more} noprint`}>
      <Popover label="⋯" name={w('decision.moreOn', { what: props.what })} className={s.dots} side="end">
        {close => (
          <Suspense fallback={null}>
            <DecisionSlip {...props} close={close} />
          </Suspense>
        )}
      </Popover>
    </span>
  )
}
