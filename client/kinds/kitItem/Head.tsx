import { useSyncExternalStore } from 'react'
import { projectionOf, useField } from '#client/document/hooks.ts'
import { plainText, useAtom } from '#client/sheet/atom.ts'
import { FactField } from '#client/sheet/FactField.tsx'
import { FactsFrom } from '#client/sheet/FactsFrom.tsx'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { heading, headLine } from './headLine.ts'
import s from './KitItem.module.css'
import { useKitItem } from './useKitItem.ts'
import { useWords } from './words.ts'

/** Code in the margin, title, what it is based on, what it is good for. */
export function Head() {
  const t = useWords()
  const { session } = useKitItem()
  const header = session.handle.record('header')
  const code = useField(header, 'code')
  const purpose = useField(header, 'purpose')
  const title = useAtom(header, 'title')
  const groupRecordId = useAtom(session.handle, 'groupRecordId')
  const projection = projectionOf(session)
  const line = useSyncExternalStore(projection.subscribe, () => headLine(projection.get().value))
  const said = useSyncExternalStore(projection.subscribe, () => heading(projection.get().value))
  return (
    <>
      <p className={s.letterhead}>{session.space.name}</p>
      <h1 className="sr" tabIndex={-1}>
        {said}
      </h1>
      {code === '' ? null : (
        <p className={s.code} aria-hidden="true">
          {code}
        </p>
      )}
      <FactField
        {...plainText(title)}
        quiet
        label={t('title.label')}
        textClass={s.title}
        placeholder={t('title.none')}
      />
      <Gloss path="header/title" />
      <p className={s.line} data-path="header/line">
        {line}
      </p>
      {purpose === '' ? null : <p className={s.purpose}>{purpose}</p>}
      <FactsFrom groupRecordId={groupRecordId} />
    </>
  )
}
