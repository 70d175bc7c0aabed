import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { errorText } from '#client/i18n/errorText.ts'
import { asAppError, rpc } from '#client/lib/rpc.ts'
import { randomUuid } from '#client/lib/uuid.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { documentIdSchema } from '#shared/ids.ts'
import { may } from '#shared/permissions.ts'
import type { Atom } from './atom.ts'
import { documentBegun } from './documentCards.ts'
import s from './FactsFrom.module.css'
import { useFactWords } from './factWords.ts'
import { useGroupChoices, useGroupRecord, useIsInKit } from './GroupFactsProvider.tsx'
import { useSheet } from './sheetContext.ts'

/** „Angaben aus: …“ where there is a choice, the way to the group where there is one, and what to do where there is none. */
export function FactsFrom({ groupRecordId }: { readonly groupRecordId: Atom<string | null, string | null> }) {
  const t = useFactWords()
  const record = useGroupRecord()
  const choices = useGroupChoices()
  const name = record.state === 'ready' ? choices.find(({ id }) => id === record.id)?.name : undefined
  return (
    <div className={s.from}>
      <FactsChoice groupRecordId={groupRecordId} />
      {record.state === 'ready' ? (
        <Link href={`/blatt/${record.id}`} className="do small noprint">
          {choices.length > 1 || !name ? t('open') : `${t('from')}: ${name}`}
        </Link>
      ) : null}
      {record.state === 'none' ? <NoGroup /> : null}
      {record.state === 'unchosen' ? <p className={s.look}>{t('unchosen')}</p> : null}
      {record.state === 'away' ? (
        <p className={s.look} role="status">
          {t('away')}
        </p>
      ) : null}
    </div>
  )
}

/** „Angaben aus: …“, where the space has several groups; for documents of which only some show facts. */
export function FactsChoice(props: {
  readonly groupRecordId: Atom<string | null, string | null>
  readonly className?: string | undefined
}) {
  const t = useFactWords()
  const { groupRecordId } = props
  const choices = useGroupChoices()
  const isInKit = useIsInKit()
  if (choices.length < 2) return null
  return (
    <SelectField
      path={groupRecordId.path}
      readOnly={groupRecordId.readOnly}
      className={props.className}
      value={groupRecordId.value}
      write={id => groupRecordId.set(id)}
      label={t('from')}
      options={choices.map(({ id, name }) => ({ value: id as string, label: name }))}
      none={t(isInKit ? 'asInKit' : 'chooseNone')}
    />
  )
}

type State = { state: 'resting' } | { state: 'sending' } | { state: 'refused'; why: string }

/** Nothing is known about the group: who may, begins its record here. */
function NoGroup() {
  const t = useFactWords()
  const { session } = useSheet()
  const [, go] = useLocation()
  const [now, setNow] = useState<State>({ state: 'resting' })
  // the record's final id: asking twice makes one record (ARCHITECTURE 4, Creation)
  const [id] = useState(() => documentIdSchema.parse(randomUuid()))
  if (!may(session.space.role, 'create')) return <p className={s.look}>{t('noneReader')}</p>
  const begin = async () => {
    setNow({ state: 'sending' })
    try {
      const { id: spaceId, name } = session.space
      await rpc.documents.create({ id, kind: 'groupRecord', spaceId, title: name })
      documentBegun()
      go(`/blatt/${id}`)
    } catch (error) {
      setNow({ state: 'refused', why: errorText(asAppError(error)) })
    }
  }
  return (
    <>
      <p className={s.look}>
        {t('none')}{' '}
        <button
          type="button"
          className="do small noprint"
          disabled={now.state === 'sending'}
          onClick={() => void begin()}
        >
          {now.state === 'sending' ? t('beginning') : t('begin')}
        </button>
      </p>
      {now.state === 'refused' ? (
        <p className={s.problem} role="alert">
          {now.why}
        </p>
      ) : null}
    </>
  )
}
