import { useField } from '#client/document/hooks.ts'
import { useStore } from '#client/lib/store.ts'
import { choice, useAtom } from '#client/sheet/atom.ts'
import { cx } from '#client/ui/cx.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { paragraphTexts } from '#shared/document/prose.ts'
import { type Openness, opennessSchema } from '#shared/kinds/pressTemplate/enums.ts'
import { accessField, opennessOf } from '#shared/kinds/pressTemplate/ownFacts.ts'
import { optionsOf, wordFor } from './options.ts'
import { Part } from './Part.tsx'
import s from './Press.module.css'
import { ProsePart } from './ProsePart.tsx'
import { placeField } from './placeField.ts'
import { usePress } from './usePress.ts'
import { useDrawn } from './useRelease.ts'
import { useWords } from './words.ts'

/** One paragraph for each way of taking new people; exactly one is printed (domain.md 4.2). */
export function Access() {
  const t = useWords()
  const { session, readOnly } = usePress()
  const openness = useAtom(session.handle.record('access'), 'openness')
  const { value, facts } = useStore(useDrawn())
  const shown = opennessOf(value, facts)
  const isPlaced = paragraphTexts(value.text.body).some(line => line.includes(`{{${accessField}}}`))
  const asGroup =
    openness.value === null && shown !== null
      ? t('access.asGroupValue', { openness: wordFor('openness', shown) })
      : t('access.asGroup')
  return (
    <Part name="access">
      <SelectField
        {...choice(openness)}
        label={t('access.label')}
        options={optionsOf('openness')}
        none={asGroup}
      />
      {shown === null ? <p className={s.small}>{t('access.unknown')}</p> : null}
      {opennessSchema.options.map(name => (
        <Paragraph key={name} name={name} isShown={name === shown} />
      ))}
      {readOnly || isPlaced ? null : (
        <p className="dos noprint">
          <button type="button" className="do" onClick={() => placeField(session, accessField)}>
            {t('place.access')}
          </button>
        </p>
      )}
    </Part>
  )
}

function Paragraph({ name, isShown }: { readonly name: Openness; readonly isShown: boolean }) {
  const t = useWords()
  const { session } = usePress()
  const record = session.handle.record('access')
  useField(record, 'openness')
  const label = t('access.of', { openness: wordFor('openness', name) })
  return (
    <div className={cx(s.accessOne, isShown && s.shown)}>
      <p className={s.label}>
        {wordFor('openness', name)}
        {isShown ? <b> · {t('access.shown')}</b> : null}
      </p>
      <ProsePart
        fragment={record.prose(name)}
        path={`access/${name}`}
        label={label}
        placeholder={t('access.none')}
      />
    </div>
  )
}
