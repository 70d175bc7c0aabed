import type { ReactNode } from 'react'
import { useField } from '#client/document/hooks.ts'
import { ProseField } from '#client/editor/ProseField.tsx'
import { plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { TextTools } from '#client/sheet/TextTools.tsx'
import { cx } from '#client/ui/cx.ts'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { summaryLimit } from '#shared/kinds/concept/lengths.ts'
import { CharacterCount } from './CharacterCount.tsx'
import s from './Concept.module.css'
import type { Place } from './layout.ts'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** A section: its number hangs in the margin, then heading and text, then the typed parts below (`children`). */
export function Section({ place, children }: { readonly place: Place; readonly children?: ReactNode }) {
  const w = useWords()
  const { session, readOnly } = useConcept()
  const { name, number, isFilled, hasText } = place
  const section = session.handle.record('sections').record(name)
  const title = useAtom(section, 'title')
  // a peer may have lost the text's container; then there is nothing to write in until it is back
  useField(section, 'title')
  const fragment = section.prose('body')
  const usual = w(`section.${name}`)
  const shown = title.value || usual
  const path = `sections/${name}/body`

  return (
    <section
      className={cx('item', s.section, !isFilled && 'noprint')}
      id={`sections-${name}`}
      data-path={`sections/${name}`}
      aria-labelledby={`sections-${name}-head`}
      tabIndex={-1}
    >
      <h2 id={`sections-${name}-head`} className={s.head}>
        {number === null ? null : (
          <span className={s.n} aria-hidden="true">
            {number}
          </span>
        )}
        <span className="sr">
          {number === null ? null : `${w('section.number', { number })}: `}
          {shown}
        </span>
      </h2>
      <TextField
        {...plainText(title)}
        quiet
        label={w('section.heading', { name: usual })}
        textClass={s.title}
        placeholder={usual}
      />
      {fragment ? (
        <div className={cx(s.text, !hasText && 'noprint')}>
          <TextTools path={path} />
          <ProseField
            fragment={fragment}
            session={session}
            path={path}
            label={w('section.bodyOf', { name: shown })}
            placeholder={w(`ask.${name}`)}
            readOnly={readOnly}
          />
        </div>
      ) : null}
      {name === 'summary' ? <CharacterCount of="summary" max={summaryLimit} /> : null}
      <Gloss path={path} />
      {children}
    </section>
  )
}
