import { useField } from '#client/document/hooks.ts'
import { type Atom, plainText, useAtom } from '#client/sheet/atom.ts'
import { FactField } from '#client/sheet/FactField.tsx'
import grid from '#client/sheet/FieldGrid.module.css'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { LanguageNotes } from '#client/sheet/language/LanguageNotes.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { Part } from './Part.tsx'
import s from './Press.module.css'
import { ProsePart } from './ProsePart.tsx'
import { usePress } from './usePress.ts'
import { useWords } from './words.ts'

/** Über uns, from the masters of the federation and of the region. */
export function Boilerplate() {
  const t = useWords()
  const { session } = usePress()
  const record = session.handle.record('boilerplate')
  const federation = useAtom(record, 'federation')
  const region = useAtom(record, 'region')
  const version = useAtom(record, 'version')
  return (
    <Part name="boilerplate">
      <Paragraph atom={federation} label={t('boilerplate.federation')} />
      <Paragraph atom={region} label={t('boilerplate.region')} />
      <TextField
        {...plainText(version)}
        className={s.stacked}
        label={t('boilerplate.version')}
        placeholder="–"
      />
    </Part>
  )
}

function Paragraph({
  atom,
  label,
}: {
  readonly atom: Atom<string, string | undefined>
  readonly label: string
}) {
  return (
    <div className={s.stacked}>
      <FactField {...plainText(atom)} label={label} placeholder="–" />
      <Gloss path={atom.path} />
      <LanguageNotes field={atom.path} />
    </div>
  )
}

/** Pressekontakt and V. i. S. d. P. (domain.md 4.1, 4.4 G6). */
export function Contact() {
  const t = useWords()
  const { session } = usePress()
  const contact = session.handle.record('contact')
  const responsible = session.handle.record('responsible')
  const name = useAtom(contact, 'name')
  const role = useAtom(contact, 'function')
  const phone = useAtom(contact, 'phone')
  const hours = useAtom(contact, 'hours')
  const email = useAtom(contact, 'email')
  const who = useAtom(responsible, 'name')
  const address = useAtom(responsible, 'address')
  return (
    <Part name="contact">
      <div className={grid.grid}>
        <TextField {...plainText(name)} className={grid.half} label={t('contact.name')} placeholder="–" />
        <TextField {...plainText(role)} className={grid.half} label={t('contact.function')} placeholder="–" />
        <Gloss path="contact/name" />
        <TextField {...plainText(phone)} label={t('contact.phone')} placeholder="–" />
        <TextField {...plainText(hours)} className={grid.wide} label={t('contact.hours')} placeholder="–" />
        <TextField {...plainText(email)} className={grid.all} label={t('contact.email')} placeholder="–" />
        <Gloss path="contact/phone" />
      </div>
      <p className={s.small}>{t('contact.hint')}</p>
      <h3 className={s.subhead}>{t('responsible.head')}</h3>
      <div className={grid.grid}>
        <TextField {...plainText(who)} label={t('responsible.name')} placeholder="–" />
        <TextField
          {...plainText(address)}
          className={grid.wide}
          label={t('responsible.address')}
          placeholder="–"
        />
        <Gloss path="responsible/name" />
        <Gloss path="responsible/address" />
      </div>
    </Part>
  )
}

/** Krisenhinweis, from the master. */
export function Crisis() {
  const t = useWords()
  const { session } = usePress()
  const notice = useAtom(session.handle.record('crisis'), 'notice')
  return (
    <Part name="crisis">
      <TextField {...plainText(notice)} label={t('crisis.notice')} placeholder={t('crisis.none')} />
      <Gloss path="crisis/notice" />
    </Part>
  )
}

/** Hinweise für die Redaktion vor Ort. */
export function LocalNotes() {
  const t = useWords()
  const { session } = usePress()
  const record = session.handle.record('local')
  // a peer may have lost the container: then there is nothing to write in until it is back
  useField(record, 'notes')
  return (
    <Part name="local">
      <p className={s.small}>{t('local.hint')}</p>
      <ProsePart
        fragment={record.prose('notes')}
        path="local/notes"
        label={t('local.notes')}
        placeholder={t('local.none')}
      />
    </Part>
  )
}
