import { type FormEvent, useEffect, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { errorText } from '#client/i18n/errorText.ts'
import { useLanguage, useText } from '#client/i18n/i18n.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { randomUuid } from '#client/lib/uuid.ts'
import { documentBegun } from '#client/sheet/documentCards.ts'
import type { KindLabel } from '#client/sheet/kindView.ts'
import { cx } from '#client/ui/cx.ts'
import { formWord } from '#client/ui/formWord.ts'
import f from '#client/ui/SlipForm.module.css'
import type { Space } from '#shared/api/contract.ts'
import { documentIdSchema } from '#shared/ids.ts'
import s from './NewDocument.module.css'
import { wantedKind } from './wanted.ts'

type State =
  | { state: 'resting' }
  | { state: 'naming'; kind: string }
  | { state: 'sending'; kind: string }
  | { state: 'refused'; kind: string; why: string }

/**
 * Begins a new document: its kind, a title, the space where there are several, and one is on the sheet.
 * `isNext`: there is nothing else to do in this room, so the first word is its filled button.
 */
export function NewDocument({
  spaces,
  kinds,
  isNext,
}: {
  readonly spaces: readonly Space[]
  /** the kinds by their names, the usual one first; offered are those that somebody begins by themselves */
  readonly kinds: ReadonlyMap<string, KindLabel>
  readonly isNext?: boolean
}) {
  const t = useText()
  const language = useLanguage()
  const wordsOf = (kind: string) => kinds.get(kind)?.[language].begin ?? null
  const id = useId()
  const [, go] = useLocation()
  const [now, setNow] = useState<State>(() => {
    const kind = wantedKind.get()
    return kind !== null && kinds.has(kind) ? { state: 'naming', kind } : { state: 'resting' }
  })
  useEffect(() => wantedKind.set(null), [])
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
      documentBegun()
      go(`/blatt/${documentId}`)
    } catch (error) {
      setNow({ state: 'refused', kind, why: errorText(asAppError(error)) })
    }
  }

  if (now.state === 'resting') {
    return (
      <p className="dos">
        {[...kinds.keys()]
          .filter(kind => wordsOf(kind) !== null)
          .map((kind, index) => (
            <button
              key={kind}
              type="button"
              className={cx('do', isNext && index === 0 && 'main')}
              onClick={() => setNow({ state: 'naming', kind })}
            >
              {wordsOf(kind)?.word}
            </button>
          ))}
      </p>
    )
  }
  return (
    <form className={cx(f.form, s.form)} onSubmit={event => void create(event)}>
      <label className="note soft" htmlFor={id}>
        {wordsOf(now.kind)?.ask}
      </label>
      <input
        id={id}
        name="title"
        required
        maxLength={300}
        autoComplete="off"
        autoFocus
        placeholder={wordsOf(now.kind)?.example}
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
        <p className={f.problem} role="alert">
          {now.why}
        </p>
      ) : null}
    </form>
  )
}
