import { useText } from '#client/i18n/i18n.ts'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { type Atom, plainText } from './atom.ts'
import s from './Letterhead.module.css'
import { useSheet } from './sheetContext.ts'

/** The space above, and the title of the document, written where it stands. */
export function Letterhead({ title }: { readonly title: Atom<string, string> }) {
  const t = useText()
  const { session } = useSheet()
  return (
    <>
      <p className={s.letterhead}>{session.space.name}</p>
      <h1 className="sr" tabIndex={-1}>
        {title.value || t('sheet.untitled')}
      </h1>
      <TextField
        {...plainText(title)}
        quiet
        label={t('sheet.title')}
        textClass={s.title}
        placeholder={t('sheet.untitled')}
      />
    </>
  )
}
