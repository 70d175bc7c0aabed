import { type FormEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { errorText } from '#client/i18n/errorText.ts'
import { useText } from '#client/i18n/i18n.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { randomUuid } from '#client/lib/uuid.ts'
import { cx } from '#client/ui/cx.ts'
import { formWord } from '#client/ui/formWord.ts'
import type { Space } from '#shared/api/contract.ts'
import { documentIdSchema } from '#shared/ids.ts'
import { isKindName } from '#shared/kinds/registry.ts'
import s from './NewDocument.module.css'

/** The kinds that somebody begins by themselves, the usual one first; items of a kit come with the kit. */
const offered = (['minutes', 'concept', 'pressTemplate', 'groupRecord'] as const).filter(isKindName)
type Offered = (typeof offered)[number]

type State =
  | { state: 'resting' }
  | { state: 'naming'; kind: Offered }
  | { state: 'sending'; kind: Offered }
  | { state: 'refused'; kind: Offered; why: string }

/**
 * Begins a new document: its kind, a title, the space where there are several, and one is on the sheet.
 * `isNext`: there is nothing else to do in this room, so the first word is its filled button.
 */
export function NewDocument({
  spaces,
  isNext,
}: {
  readonly spaces: readonly Space[]
  readonly isNext?: boolean
}) {
  const t = useText()
  const id = useId()
  const [, go] = useLocation()
  const [now, setNow] = useState<State>({ state: 'resting' })
  // The document's final id: asking twice makes one document (ARCHITECTURE 4, Creation).
  const [documentId] = useState(() => documentIdSchema.parse(randomUuid()))

  const create = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const title = formWord(form, 'title')
    const space = spaces.find(one => one.id === form.get('space')) ?? spaces[0]
    if (!space || title === '' || now.state === 'resting') return
    const { kind } = now
    setNow({ state: 'sending', kind })
    try {
      await rpc.documents.create({ id: documentId, kind, spaceId: space.id, title })
      go(`/blatt/${documentId}`)
    } catch (error) {
      setNow({ state: 'refused', kind, why: errorText(asAppError(error)) })
    }
  }

  if (now.state === 'resting') {
    return (
      <p className="dos">
        {offered.map((kind, index) => (
          <button
            key={kind}
            type="button"
            className={cx('do', isNext && index === 0 && 'main')}
            onClick={() => setNow({ state: 'naming', kind })}
          >
            {t(`new.begin.${kind}`)}
          </button>
        ))}
      </p>
    )
  }
  return (
    <form className={s.form} onSubmit={event => void create(event)}>
      <label className="note soft" htmlFor={id}>
        {t(`new.title.${now.kind}`)}
      </label>
      <input
        id={id}
        name="title"
        required
        maxLength={300}
        autoComplete="off"
        autoFocus
        placeholder={t(`new.example.${now.kind}`)}
      />
      {spaces.length > 1 ? (
        <label className={s.space}>
          <span className="note soft">{t('new.space')}</span>
          <select name="space">
            {spaces.map(space => (
              <option key={space.id} value={space.id}>
                {space.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <p className="dos">
        <button type="submit" className="do main" disabled={now.state === 'sending'}>
          {t('new.do')}
        </button>
        <button type="button" className="do" onClick={() => setNow({ state: 'resting' })}>
          {t('new.cancel')}
        </button>
      </p>
      {now.state === 'refused' ? (
        <p className={s.problem} role="alert">
          {now.why}
        </p>
      ) : null}
    </form>
  )
}
