import { Link } from 'wouter'
import { useThings } from '#client/document/hooks.ts'
import { choice, looseText, number, plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { goTo } from '#client/sheet/goTo.ts'
import { useSpaceDocuments } from '#client/sheet/spaceDocuments.ts'
import { addThing, removeThing } from '#client/sheet/things.ts'
import { cx } from '#client/ui/cx.ts'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { Popover } from '#client/ui/Popover.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { attachmentSchema } from '#shared/kinds/minutes/attachment.ts'
import s from './Lists.module.css'
import { optionsOf } from './options.ts'
import { useMinutes } from './useMinutes.ts'
import { useWords } from './words.ts'

/** Anlagen (domain.md 2.2): number, title, the sheet or file, and who may see it. */
export function Attachments() {
  const w = useWords()
  const { session, readOnly } = useMinutes()
  const list = session.handle.list('attachments')
  const ids = useThings(list)
  const add = () => {
    const numbers = ids.map(id => list.get(id)?.get('no') ?? 0)
    goTo(`attachments/${addThing(session, list, { no: Math.max(0, ...numbers) + 1 })}/title`)
  }
  return (
    <section
      className={cx('item', ids.length === 0 && 'noprint')}
      id="attachments"
      aria-labelledby="attachments-head"
      data-path="attachments"
      tabIndex={-1}
    >
      <h2 id="attachments-head">{w('attachments.title')}</h2>
      {ids.length > 0 ? (
        <ul>
          {ids.map(id => {
            const attachment = list.get(id)
            return attachment ? <AttachmentRow key={id} id={id} attachment={attachment} /> : null
          })}
        </ul>
      ) : (
        <p className="soft">{w('attachments.empty')}</p>
      )}
      {readOnly ? null : (
        <p className="dos noprint">
          <button type="button" className="do" onClick={add}>
            {w('attachments.add')}
          </button>
        </p>
      )}
    </section>
  )
}

function AttachmentRow(props: {
  readonly id: string
  readonly attachment: RecordHandle<typeof attachmentSchema>
}) {
  const w = useWords()
  const { session, readOnly } = useMinutes()
  const { id, attachment } = props
  const path = `attachments/${id}`
  const no = useAtom(attachment, 'no')
  const title = useAtom(attachment, 'title')
  const file = useAtom(attachment, 'file')
  const docId = useAtom(attachment, 'docId')
  const confidentiality = useAtom(attachment, 'confidentiality')
  const documents = useSpaceDocuments(session)
  const sheet = documents.find(one => one.id === docId.value)
  const shown = title.value || w('attachments.unnamed')
  return (
    <li className={s.no} data-path={path} id={`attachment-${id}`}>
      <NumberField {...number(no)} quiet label={w('attachments.no')} placeholder="–" />
      <div>
        <TextField
          {...plainText(title)}
          quiet
          label={w('attachments.titleOf')}
          placeholder={w('attachments.titleNone')}
        />
        <div className={s.under}>
          {sheet ? (
            <Link href={`/blatt/${sheet.id}`} aria-label={w('attachments.openOf', { title: shown })}>
              {sheet.title || w('attachments.open')}
            </Link>
          ) : docId.value ? (
            <span>{docId.value}</span>
          ) : null}
          {file.value ? <span>{file.value}</span> : null}
          <SelectField
            {...choice(confidentiality)}
            quiet
            small
            controlClass={s.softly}
            label={`${w('attachments.confidentiality')}: ${shown}`}
            options={optionsOf('confidentiality')}
            none={w('attachments.confidentialityNone')}
          />
        </div>
        <Gloss path={path} />
        <Gloss path={`${path}/title`} />
      </div>
      {readOnly ? null : (
        <span className="noprint">
          <Popover label="⋯" name={w('attachments.moreOn', { title: shown })} className={s.dots} side="end">
            {close => (
              <div className={s.slip}>
                <SelectField
                  path={docId.path}
                  value={docId.value ?? null}
                  write={value => docId.set(value ?? undefined)}
                  label={w('attachments.doc')}
                  options={documents.map(one => ({ value: one.id as string, label: one.title }))}
                  none={w('attachments.docNone')}
                />
                <TextField
                  {...looseText(file)}
                  label={w('attachments.file')}
                  placeholder={w('attachments.fileNone')}
                />
                <button
                  type="button"
                  className="do lose"
                  onClick={() => {
                    close()
                    removeThing(
                      session,
                      session.handle.list('attachments'),
                      id,
                      w('attachments.removed', { title: shown }),
                    )
                  }}
                >
                  {w('attachments.remove')}
                </button>
              </div>
            )}
          </Popover>
        </span>
      )}
    </li>
  )
}
