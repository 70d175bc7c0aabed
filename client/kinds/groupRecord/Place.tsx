import { plainText, useAtom } from '#client/sheet/atom.ts'
import grid from '#client/sheet/FieldGrid.module.css'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { slotSchema } from '#shared/kinds/groupRecord/schema.ts'
import s from './GroupRecord.module.css'
import { optionsOf } from './options.ts'
import { useGroup } from './useGroup.ts'
import { useWords } from './words.ts'
import { yesNo } from './yesNo.ts'

/** Where a meeting is, and how the place stands within a German sentence. */
export function Place(props: {
  readonly slot: RecordHandle<typeof slotSchema>
  readonly at: string
  readonly isShown: boolean
}) {
  const t = useWords()
  const { readOnly } = useGroup()
  const place = props.slot.record('place')
  const name = useAtom(place, 'name')
  const withPreposition = useAtom(place, 'withPreposition')
  const street = useAtom(place, 'street')
  const zip = useAtom(place, 'zip')
  const city = useAtom(place, 'city')
  const stepFree = useAtom(place, 'stepFree')
  const isEmpty = [name, withPreposition, street, zip, city].every(({ value }) => value === '')
  if (!props.isShown && isEmpty) return null
  const at = `${props.at}/place`
  const proposals = name.value !== '' && withPreposition.value === '' ? ['im', 'in der', 'am'] : []
  return (
    <>
      <TextField
        {...plainText(name)}
        className={grid.half}
        label={t('slot.place.name')}
        placeholder={t('slot.place.nameNone')}
      />
      <div className={grid.half}>
        <TextField
          {...plainText(withPreposition)}
          label={t('slot.place.withPreposition')}
          placeholder={t('slot.place.withPrepositionNone')}
        />
        {readOnly || proposals.length === 0 ? null : (
          <p className={`${s.proposals} noprint`}>
            {proposals.map(preposition => (
              <button
                key={preposition}
                type="button"
                className="do small"
                aria-label={t('slot.place.propose', { words: `${preposition} ${name.value}` })}
                onClick={() => withPreposition.set(`${preposition} ${name.value}`)}
              >
                {preposition} …
              </button>
            ))}
          </p>
        )}
      </div>
      <Gloss path={`${at}/name`} />
      <Gloss path={`${at}/withPreposition`} />
      <TextField
        {...plainText(street)}
        className={grid.half}
        label={t('slot.place.street')}
        placeholder="–"
      />
      <div className={`${s.town} ${grid.half}`}>
        <TextField {...plainText(zip)} label={t('slot.place.zip')} placeholder="–" />
        <TextField {...plainText(city)} label={t('slot.place.city')} placeholder="–" />
      </div>
      <Gloss path={`${at}/zip`} />
      <SelectField
        {...yesNo(stepFree)}
        className={grid.all}
        label={t('slot.place.stepFree')}
        options={optionsOf('yesNo')}
        none="–"
      />
    </>
  )
}
