import { useMemo } from 'react'
import type * as Y from 'yjs'
import { ProseField } from '#client/editor/ProseField.tsx'
import type { TextMark } from '#client/editor/textMarks.ts'
import { writable } from '#client/lib/store.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { LanguageNotes } from '#client/sheet/language/LanguageNotes.tsx'
import { useLanguageHelp } from '#client/sheet/language/languageContext.ts'
import { TextTools } from '#client/sheet/TextTools.tsx'
import s from './Press.module.css'
import { usePress } from './usePress.ts'

const nothing = writable<readonly TextMark[]>([])

/** A text of the release with what is said about it in the margin. */
export function ProsePart(props: {
  readonly fragment: Y.XmlFragment | null
  readonly path: string
  readonly label: string
  readonly placeholder: string
}) {
  const { fragment, path } = props
  const { session, readOnly } = usePress()
  const help = useLanguageHelp()
  const marks = useMemo(() => help?.check.marksAt(path) ?? nothing, [help?.check, path])
  return (
    <div className={s.prose}>
      {fragment ? (
        <>
          <TextTools path={path} />
          <ProseField
            fragment={fragment}
            session={session}
            path={path}
            label={props.label}
            placeholder={props.placeholder}
            readOnly={readOnly}
            decorations={marks}
          />
        </>
      ) : null}
      <Gloss path={path} />
      <LanguageNotes field={path} />
    </div>
  )
}
