import { useEffect, useRef, useState } from 'react'
import { errorText } from '#client/i18n/errorText.ts'
import { asAppError } from '#client/lib/rpc.ts'
import { type KitProgress, packKit } from '#client/sheet/packKit.ts'
import { documentIdSchema } from '#shared/ids.ts'
import { groupOf } from '#shared/kinds/starterKit/kitTitle.ts'
import { may } from '#shared/permissions.ts'
import s from './StarterKit.module.css'
import { useKit } from './useKit.ts'
import { useWords } from './words.ts'

type State =
  | { state: 'resting' }
  | { state: 'packing'; progress: KitProgress | null }
  | { state: 'refused'; why: string }

/** Packing was cut off: whoever may create goes on with it, and sees how far it is. */
export function Packing() {
  const t = useWords()
  const { session } = useKit()
  const [now, setNow] = useState<State>({ state: 'resting' })
  const ending = useRef(new AbortController())
  useEffect(() => {
    ending.current = new AbortController()
    return () => ending.current.abort()
  }, [])
  const go = async () => {
    const { id, spaceId } = session.info
    const record = documentIdSchema.safeParse(session.handle.get('groupRecordId'))
    const title = groupOf(session.handle.record('header').get('title')) || session.space.name
    setNow({ state: 'packing', progress: null })
    try {
      await packKit(
        { id, spaceId, title, groupRecordId: record.success ? record.data : null },
        progress => setNow({ state: 'packing', progress }),
        ending.current.signal,
      )
    } catch (error) {
      if (!ending.current.signal.aborted) setNow({ state: 'refused', why: errorText(asAppError(error)) })
    }
  }
  const { progress } = now.state === 'packing' ? now : { progress: null }
  return (
    <section className={`${s.packing} noprint`} aria-label={t('pack.open')}>
      <p>{progress ? t('pack.progress', { ...progress }) : t('pack.open')}</p>
      {progress ? <progress value={progress.done} max={progress.total} aria-label={t('pack.open')} /> : null}
      {now.state === 'packing' || !may(session.space.role, 'create') ? null : (
        <button type="button" className="do main" onClick={() => void go()}>
          {t('pack.go')}
        </button>
      )}
      {now.state === 'refused' ? (
        <p role="alert" className={s.problem}>
          {now.why}
        </p>
      ) : null}
    </section>
  )
}
