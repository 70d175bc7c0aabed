import { useRef, useState } from 'react'
import { longDay, plainDay } from '#client/i18n/format.ts'
import { rpc } from '#client/lib/rpc.ts'
import { useLoaded } from '#client/lib/useLoaded.ts'
import { announce } from '#client/ui/announce.ts'
import { toClipboard } from '#client/ui/clipboard.ts'
import { cx } from '#client/ui/cx.ts'
import f from '#client/ui/SlipForm.module.css'
import type { DocumentCard } from '#shared/api/contract.ts'
import type { ExtractAnswer } from '#shared/api/registers.ts'
import { type DocumentId, documentIdSchema } from '#shared/ids.ts'
import { Answer } from './Answer.tsx'
import s from './Registers.module.css'
import { useWords } from './words.ts'

type Made = Extract<ExtractAnswer, { state: 'made' }>['extract']

/** Protokollauszug: choose minutes, then one decision or item of them; print or copy what comes of it. */
export function ExtractPage({ documents }: { readonly documents: readonly DocumentCard[] }) {
  const t = useWords()
  const [chosen, setChosen] = useState<DocumentId | null>(null)
  const minutes = documents
    .filter(({ kind }) => kind === 'minutes')
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
  if (minutes.length === 0) return <p className={s.empty}>{t('extract.empty')}</p>
  return (
    <>
      <div className={cx(f.form, 'noprint')}>
        <label>
          <span className="note soft">{t('extract.minutes')}</span>
          <select
            value={chosen ?? ''}
            onChange={event => setChosen(documentIdSchema.safeParse(event.currentTarget.value).data ?? null)}
          >
            <option value="">{t('extract.choose')}</option>
            {minutes.map(({ id, title, date }) => (
              <option key={id} value={id}>
                {[title || t('untitled'), date === null ? '' : plainDay(date)].filter(Boolean).join(', ')}
              </option>
            ))}
          </select>
        </label>
      </div>
      {chosen === null ? null : <Choices key={chosen} documentId={chosen} />}
    </>
  )
}

function Choices({ documentId }: { readonly documentId: DocumentId }) {
  const t = useWords()
  const [of, setOf] = useState('')
  const answer = useLoaded(() => rpc.registers.extractChoices({ documentId }), `choices ${documentId}`)
  return (
    <Answer of={answer}>
      {({ items, decisions }) => (
        <>
          <div className={cx(f.form, s.second, 'noprint')}>
            <label>
              <span className="note soft">{t('extract.of')}</span>
              <select value={of} onChange={event => setOf(event.currentTarget.value)}>
                <option value="">{t('extract.choose')}</option>
                {decisions.length > 0 ? (
                  <optgroup label={t('extract.decisions')}>
                    {decisions.map(own => (
                      <option key={own.of} value={own.of}>
                        {[own.number ?? '', own.subject].filter(Boolean).join(' · ')}
                      </option>
                    ))}
                  </optgroup>
                ) : null}
                <optgroup label={t('extract.items')}>
                  {items.map(item => (
                    <option key={item.of} value={item.of}>
                      {t('item', item)} {item.title}
                    </option>
                  ))}
                </optgroup>
              </select>
            </label>
          </div>
          {of === '' ? null : <Shown key={of} documentId={documentId} of={of} />}
        </>
      )}
    </Answer>
  )
}

function Shown({ documentId, of }: { readonly documentId: DocumentId; readonly of: string }) {
  const t = useWords()
  const answer = useLoaded(() => rpc.registers.extract({ documentId, of }), `extract ${documentId} ${of}`)
  return (
    <Answer of={answer}>
      {made =>
        made.state === 'refused' ? (
          <p role="alert" className={s.lookAt}>
            {t(`extract.${made.reason}`)}
          </p>
        ) : (
          <ExtractSheet extract={made.extract} />
        )
      }
    </Answer>
  )
}

function ExtractSheet({ extract }: { readonly extract: Made }) {
  const t = useWords()
  const paper = useRef<HTMLElement>(null)
  const [isMarked, setMarked] = useState(false)
  const { item, decisions, confidentiality } = extract
  const copy = async () => {
    const copied = await toClipboard(paper.current?.innerText ?? '')
    if (copied) return announce(t('extract.copied'))
    if (paper.current) getSelection()?.selectAllChildren(paper.current)
    setMarked(true)
  }
  return (
    <>
      <article ref={paper} className={s.extract} aria-labelledby="extract-title">
        <p className={s.letterhead}>{t('extract.heading')}</p>
        <h2 id="extract-title">{extract.title || t('untitled')}</h2>
        <p className="soft">
          {[extract.number, extract.date === null ? '' : longDay(extract.date)].filter(Boolean).join(' · ')}
        </p>
        {extract.isFinal ? null : <p className={s.lookAt}>{t('extract.draft')}</p>}
        {item ? (
          <h3>
            {t('item', item)} {item.title}
          </h3>
        ) : null}
        {extract.course.map((text, index) => (
          // paragraphs stay in their order
          // oxlint-disable-next-line react/no-array-index-key
          <p key={index} className={s.course}>
            {text}
          </p>
        ))}
        {decisions.map(own => {
          const { votes } = own
          return (
            <section key={`${own.number ?? ''} ${own.wording} ${own.subject}`} className={s.decision}>
              <h4>
                {own.number === null
                  ? t('extract.decisionOpen')
                  : t('extract.decision', { number: own.number })}
              </h4>
              <p className={s.wording}>
                {own.form === 'election'
                  ? `${t('decisions.election', { office: own.subject })}. ${
                      own.elected.length > 0
                        ? t('decisions.elected', { who: own.elected.join(', ') })
                        : t('decisions.electedNobody')
                    }`
                  : own.wording}
              </p>
              <p className={s.tally}>
                {[
                  votes === null ? '' : t('decisions.votes', votes),
                  own.form === 'election' || own.result === null ? '' : t(`decisions.${own.result}`),
                ]
                  .filter(Boolean)
                  .join(' – ')}
              </p>
            </section>
          )
        })}
        {item && decisions.length === 0 ? <p className="soft">{t('extract.noDecision')}</p> : null}
        {item && item.result !== 'offen' ? (
          <p>{t('extract.result', { result: t(`itemResult.${item.result}`) })}</p>
        ) : null}
        {extract.isCourseHeldBack ? <p className="soft">{t('extract.heldBack')}</p> : null}
      </article>
      <p className={cx(s.source, 'noprint')}>
        {t('extract.confidentiality', { word: t(`conf.${confidentiality ?? 'none'}`) })}
      </p>
      <p className="dos noprint">
        <button type="button" className="do main" onClick={() => window.print()}>
          {t('print')}
        </button>
        <button type="button" className="do" onClick={() => void copy()}>
          {t('extract.copy')}
        </button>
      </p>
      {isMarked ? <p role="alert">{t('extract.copyFailed')}</p> : null}
    </>
  )
}
