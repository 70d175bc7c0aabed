import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { errorText } from '#client/i18n/errorText.ts'
import { asAppError } from '#client/lib/rpc.ts'
import { randomUuid } from '#client/lib/uuid.ts'
import { type KitProgress, type NewKit, packKit } from '#client/sheet/packKit.ts'
import { cx } from '#client/ui/cx.ts'
import { formWord } from '#client/ui/formWord.ts'
import f from '#client/ui/SlipForm.module.css'
import type { DocumentCard, Space } from '#shared/api/contract.ts'
import { documentIdSchema } from '#shared/ids.ts'
import s from './BeginKit.module.css'
import { useWords } from './words.ts'

type State =
  | { state: 'resting' }
  | { state: 'naming' }
  | { state: 'packing'; kit: NewKit; progress: KitProgress | null }
  | { state: 'refused'; kit: NewKit; why: string }

/**
 * „Starterpaket beginnen“: the name of the group, or one whose facts are there already; then the case is packed
 * before one's eyes. Whoever leaves goes on later, from the case itself.
 */
export function BeginKit(props: {
  readonly space: Space
  /** the group records of the space */
  readonly records: readonly DocumentCard[]
}) {
  const t = useWords()
  const id = useId()
  const { space, records } = props
  const [, go] = useLocation()
  const [now, setNow] = useState<State>({ state: 'resting' })
  const [recordId, setRecordId] = useState<string>('')
  // the kit's final id: asking twice makes one kit (ARCHITECTURE 4, Creation)
  const [kitId] = useState(() => documentIdSchema.parse(randomUuid()))
  const ending = useRef(new AbortController())
  useEffect(() => {
    ending.current = new AbortController()
    return () => ending.current.abort()
  }, [])

  const pack = async (kit: NewKit) => {
    const { signal } = ending.current
    setNow({ state: 'packing', kit, progress: null })
    try {
      await packKit(kit, progress => setNow({ state: 'packing', kit, progress }), signal)
      if (!signal.aborted) go(`/blatt/${kit.id}`)
    } catch (error) {
      if (!signal.aborted) setNow({ state: 'refused', kit, why: errorText(asAppError(error)) })
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const record = records.find(card => card.id === recordId) ?? null
    const title = record?.title || formWord(new FormData(event.currentTarget), 'name')
    if (title === '') return
    void pack({ id: kitId, spaceId: space.id, title, groupRecordId: record?.id ?? null })
  }

  switch (now.state) {
    case 'resting':
      return (
        <p className="dos">
          <button type="button" className="do" onClick={() => setNow({ state: 'naming' })}>
            {t('begin')}
          </button>
        </p>
      )
    case 'naming':
      return (
        <form className={cx(f.form, s.form)} onSubmit={submit}>
          <p className="soft">{t('hint')}</p>
          {records.length > 0 ? (
            <label>
              <span className="note soft">{t('record')}</span>
              <select value={recordId} onChange={event => setRecordId(event.currentTarget.value)}>
                <option value="">{t('recordNew')}</option>
                {records.map(card => (
                  <option key={card.id} value={card.id}>
                    {card.title}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          {recordId === '' ? (
            <label htmlFor={id}>
              <span className="note soft">{t('name')}</span>
              <input
                id={id}
                name="name"
                required
                maxLength={300}
                autoComplete="off"
                autoFocus
                placeholder={t('example')}
              />
            </label>
          ) : null}
          <p className="dos">
            <button type="submit" className="do main">
              {t('do')}
            </button>
            <button type="button" className="do" onClick={() => setNow({ state: 'resting' })}>
              {t('cancel')}
            </button>
          </p>
        </form>
      )
    case 'packing': {
      const { progress, kit } = now
      return (
        <section className={cx(f.form, s.form)} aria-label={t('packing')}>
          <p role="status">
            {t('packing')}
            {progress ? `: ${t('progress', { ...progress })}` : ' …'}
          </p>
          <progress
            {...(progress ? { value: progress.done, max: progress.total } : {})}
            aria-label={t('packing')}
          />
          {progress ? (
            <p className="dos">
              <button
                type="button"
                className="do"
                onClick={() => {
                  ending.current.abort()
                  go(`/blatt/${kit.id}`)
                }}
              >
                {t('stop')}
              </button>
            </p>
          ) : null}
        </section>
      )
    }
    case 'refused':
      return (
        <section className={cx(f.form, s.form)} aria-label={t('packing')}>
          <p role="alert" className={f.problem}>
            {now.why}
          </p>
          <p className="dos">
            <button type="button" className="do main" onClick={() => void pack(now.kit)}>
              {t('again')}
            </button>
            <button type="button" className="do" onClick={() => setNow({ state: 'resting' })}>
              {t('cancel')}
            </button>
          </p>
        </section>
      )
  }
}
