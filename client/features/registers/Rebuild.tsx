import { useEffect, useState } from 'react'
import { errorText } from '#client/i18n/errorText.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { announce } from '#client/ui/announce.ts'
import type { Space } from '#shared/api/contract.ts'
import type { RebuildState } from '#shared/api/registers.ts'
import s from './Registers.module.css'
import { useWords } from './words.ts'

/** How often it is asked how far it is, in ms. */
const askEvery = 700

type State = RebuildState | { readonly state: 'failed'; readonly why: string }

/** For whoever coordinates: makes the registers of the room anew, with progress. */
export function Rebuild({ space, onDone }: { readonly space: Space; readonly onDone: () => void }) {
  const t = useWords()
  const [now, setNow] = useState<State>({ state: 'resting' })
  const ask = async (call: typeof rpc.registers.rebuild) => {
    try {
      const next = await call({ spaceId: space.id })
      setNow(before => {
        if (before.state === 'running' && next.state === 'resting') {
          announce(t('rebuild.done'))
          onDone()
        }
        return next
      })
    } catch (error) {
      setNow({ state: 'failed', why: errorText(asAppError(error)) })
    }
  }
  useEffect(() => {
    if (now.state !== 'running') return undefined
    const timer = window.setTimeout(() => void ask(rpc.registers.rebuildState), askEvery)
    return () => window.clearTimeout(timer)
    // asked again after each answer
    // oxlint-disable-next-line react/exhaustive-deps
  }, [now])
  return (
    <details className={`${s.rebuild} noprint`}>
      <summary className="do small">{t('rebuild.ask')}</summary>
      <p className="note soft">{t('rebuild.hint')}</p>
      {now.state === 'running' ? (
        <>
          <p role="status">{t('rebuild.running', { done: now.done, total: now.total })}</p>
          <progress value={now.done} max={Math.max(1, now.total)} aria-label={t('rebuild.do')} />
        </>
      ) : (
        <button type="button" className="do" onClick={() => void ask(rpc.registers.rebuild)}>
          {t('rebuild.do')}
        </button>
      )}
      {now.state === 'failed' ? <p role="alert">{now.why}</p> : null}
    </details>
  )
}
