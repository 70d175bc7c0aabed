import { Link } from 'wouter'
import { isoDay, plainDay } from '#client/i18n/format.ts'
import { firmChoice, plainText, useAtom } from '#client/sheet/atom.ts'
import { step } from '#client/sheet/writing.ts'
import { cx } from '#client/ui/cx.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { Popover } from '#client/ui/Popover.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import { awaitsReview } from '#shared/kinds/kitItem/rules.ts'
import type { Review, ReviewField } from '#shared/kinds/kitItem/schema.ts'
import { isPrintedOld } from '#shared/kinds/starterKit/findings.ts'
import { itemStateSchema, type KitEntry, type kitEntrySchema } from '#shared/kinds/starterKit/schema.ts'
import type { Facts } from '#shared/rules/mergeFields.ts'
import s from './StarterKit.module.css'
import { useKit } from './useKit.ts'
import { useWords, wordIfKnown } from './words.ts'

type Props = {
  readonly entry: KitEntry
  readonly phase: number
  readonly facts: Facts
  /** what the sheet itself says of its check; `undefined` while that is not known here */
  readonly review: Review | null | undefined
}

/** A labelled folder: it leads to its sheet, its state is a word that is changed where it stands. */
export function Folder(props: Props) {
  const { session } = useKit()
  const handle = session.handle.list('items').get(props.entry.id)
  return handle ? <OpenFolder {...props} handle={handle} /> : null
}

function OpenFolder({
  entry,
  phase,
  facts,
  review,
  handle,
}: Props & { handle: RecordHandle<typeof kitEntrySchema> }) {
  const t = useWords()
  const { session, readOnly } = useKit()
  const { code, title, documentId, printed } = entry
  const state = useAtom(handle, 'state')
  const isOld = isPrintedOld(printed, facts)
  const also = entry.phases.filter(other => other !== phase)
  return (
    <li
      className={cx(s.folder, entry.state === 'nicht_benoetigt' && s.unneeded)}
      data-path={`items/${entry.id}`}
      tabIndex={-1}
    >
      <span className={s.tab}>{code}</span>
      {documentId === null ? (
        <span className={s.ti}>{title}</span>
      ) : (
        <Link
          className={s.ti}
          href={`/blatt/${documentId}?koffer=${session.info.id}`}
          title={entry.purpose || undefined}
        >
          <span className="sr">{code} </span>
          {title}
        </Link>
      )}
      <div className={s.foot}>
        <SelectField
          {...firmChoice(state)}
          quiet
          small
          controlClass={cx(s.st, entry.state === 'veraltet' && s.look)}
          label={t('item.state', { code, title })}
          options={itemStateSchema.options.map(value => ({
            value,
            label: wordIfKnown(`state.${value}`) ?? value,
          }))}
        />
        {readOnly ? null : (
          <span className={`${s.more} noprint`}>
            <Popover label="⋯" name={t('item.more', { code, title })} className={s.dots} side="end">
              {close => <More entry={entry} facts={facts} handle={handle} close={close} />}
            </Popover>
          </span>
        )}
      </div>
      {documentId === null ? <p className={s.look}>{t('item.missing')}</p> : null}
      {entry.review === null ? null : <Check needed={entry.review} review={review} />}
      {printed === null ? null : (
        <p className={isOld ? s.look : s.small}>
          {t(isOld ? 'item.printedOld' : 'item.printedOn', { day: plainDay(printed.on) })}
        </p>
      )}
      {entry.note === '' ? null : <p className={s.note}>{entry.note}</p>}
      {also.length === 0 ? null : (
        <p className={s.small}>
          {t('item.alsoIn', {
            phases: also.map(other => wordIfKnown(`phase.${other}`) ?? String(other)).join(', '),
          })}
        </p>
      )}
    </li>
  )
}

/** „muss ärztlich geprüft werden“, until the sheet says who has done it. */
function Check(props: { readonly needed: ReviewField; readonly review: Review | null | undefined }) {
  const t = useWords()
  const { needed, review } = props
  if (review === null) return null
  if (review === undefined || review.on === null || awaitsReview(review))
    return <p className={s.look}>{t(`item.review.${needed}`)}</p>
  return <p className={s.small}>{t(`item.reviewed.${review.field}`, { day: plainDay(review.on) })}</p>
}

/** What is done more rarely: a note, and that it was printed. */
function More(props: {
  readonly entry: KitEntry
  readonly facts: Facts
  readonly handle: RecordHandle<typeof kitEntrySchema>
  readonly close: () => void
}) {
  const t = useWords()
  const { session, now } = useKit()
  const { entry, facts, handle, close } = props
  const note = useAtom(handle, 'note')
  const print = () => {
    const { 'gruppe.treffen': meeting = '', 'gruppe.ort.mitPraeposition': place = '' } = facts
    step(session, () => handle.set('printed', { on: isoDay(now()), meeting, place }))
    close()
  }
  return (
    <div className={s.menu}>
      {entry.purpose === '' ? null : <p className={s.small}>{entry.purpose}</p>}
      <TextField {...plainText(note)} label={t('item.note')} placeholder={t('item.noteNone')} />
      <button type="button" className="do" onClick={print}>
        {t(entry.printed === null ? 'item.printed' : 'item.printedAgain')}
      </button>
      {entry.printed === null ? null : (
        <button
          type="button"
          className="do"
          onClick={() => {
            step(session, () => handle.set('printed', null))
            close()
          }}
        >
          {t('item.notPrinted')}
        </button>
      )}
    </div>
  )
}
