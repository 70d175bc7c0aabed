import { useState } from 'react'
import { useThings } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { randomToken } from '#client/lib/ids.ts'
import { plainText, useAtom } from '#client/sheet/atom.ts'
import { step } from '#client/sheet/writing.ts'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { offered } from '#client/ui/offer.ts'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { agendaItemSchema, earlyWarningSchema } from '#shared/kinds/minutes/schema.ts'
import s from './Agenda.module.css'
import { useMinutes } from './useMinutes.ts'

/** Frühwarnsignale of an item (domain.md 2.2): short words that the federation collects, without persons. */
export function EarlyWarnings(props: {
  readonly id: string
  readonly top: string
  readonly item: RecordHandle<typeof agendaItemSchema>
}) {
  const t = useText()
  const { session, readOnly } = useMinutes()
  const list = props.item.list('earlyWarnings')
  const ids = useThings(list)
  const [fresh, setFresh] = useState<string | null>(null)
  const path = `agenda/${props.id}/earlyWarnings`
  if (readOnly && ids.length === 0) return null
  return (
    <div
      className={s.warnings}
      data-path={path}
      role="group"
      aria-label={t('warnings.of', { top: props.top })}
    >
      {ids.map(id => {
        const signal = list.get(id)
        return signal ? (
          <Signal
            key={id}
            signal={signal}
            focusFirst={id === fresh}
            onRemove={() => {
              step(session, () => list.remove(id))
              offered.set({
                says: t('warnings.removed'),
                does: t('offer.bringBack'),
                run: () => step(session, () => list.restore(id)),
              })
            }}
          />
        ) : null
      })}
      {readOnly ? null : (
        <button
          type="button"
          className="do small noprint"
          aria-label={t('warnings.addTo', { top: props.top })}
          onClick={() => {
            const id = randomToken()
            step(session, () => list.add(id, {}))
            setFresh(id)
          }}
        >
          {t('warnings.add')}
        </button>
      )}
    </div>
  )
}

function Signal(props: {
  readonly signal: RecordHandle<typeof earlyWarningSchema>
  readonly focusFirst: boolean
  readonly onRemove: () => void
}) {
  const t = useText()
  const signal = useAtom(props.signal, 'signal')
  return (
    <div className={s.signal}>
      <TextField
        {...plainText(signal)}
        label={t('warnings.signal')}
        placeholder={t('warnings.signalNone')}
        focusFirst={props.focusFirst}
      />
      {signal.readOnly ? null : (
        <button
          type="button"
          className="do small noprint"
          aria-label={t('warnings.removeOf', { signal: signal.value })}
          onClick={props.onRemove}
        >
          {t('warnings.remove')}
        </button>
      )}
    </div>
  )
}
