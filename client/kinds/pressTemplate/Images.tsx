import { useThings } from '#client/document/hooks.ts'
import { useStore } from '#client/lib/store.ts'
import { firmChoice, moment, number, plainText, useAtom } from '#client/sheet/atom.ts'
import grid from '#client/sheet/FieldGrid.module.css'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { goTo } from '#client/sheet/goTo.ts'
import { LanguageNotes } from '#client/sheet/language/LanguageNotes.tsx'
import { useSheet } from '#client/sheet/sheetContext.ts'
import { addThing, removeThing } from '#client/sheet/things.ts'
import { cx } from '#client/ui/cx.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { consentSchema, imageSchema } from '#shared/kinds/pressTemplate/imageSchema.ts'
import { optionsOf } from './options.ts'
import { Hanging, Part } from './Part.tsx'
import s from './Press.module.css'
import { usePress } from './usePress.ts'
import { useWords } from './words.ts'

/** Bildmaterial (domain.md 4.1, 4.4 G3). */
export function Images() {
  const t = useWords()
  const { session, readOnly } = usePress()
  const list = session.handle.list('images')
  const ids = useThings(list)
  return (
    <Part name="images" quiet={ids.length > 0}>
      {ids.length === 0 ? <p className="soft">{t('images.empty')}</p> : null}
      {ids.map((id, index) => {
        const image = list.get(id)
        return image ? <ImageRow key={id} id={id} image={image} place={index + 1} /> : null
      })}
      {ids.length > 0 ? <p className={s.small}>{t('image.noFile')}</p> : null}
      {readOnly ? null : (
        <p className="dos noprint">
          <button
            type="button"
            className="do"
            onClick={() => goTo(`images/${addThing(session, list, {})}/caption`)}
          >
            {t('images.add')}
          </button>
        </p>
      )}
    </Part>
  )
}

function ImageRow(props: {
  readonly id: string
  readonly place: number
  readonly image: RecordHandle<typeof imageSchema>
}) {
  const t = useWords()
  const { id, image, place } = props
  const { session, readOnly, findings } = usePress()
  const caption = useAtom(image, 'caption')
  const credit = useAtom(image, 'credit')
  const licence = useAtom(image, 'licence')
  const altText = useAtom(image, 'altText')
  const recognisable = useAtom(image, 'recognisable')
  const motifCheck = useAtom(image, 'motifCheck')
  const note = useAtom(image, 'note')
  const name = t('image.number', { number: place })
  const isOpen = useStore(findings).some(
    ({ path, level }) => path[0] === 'images' && path[1] === id && level !== 'hint',
  )
  return (
    <div className={s.entry} data-path={`images/${id}`} tabIndex={-1}>
      <Hanging label={name}>
        <h3 className="sr">{name}</h3>
        <div className={grid.grid}>
          <TextField
            {...plainText(caption)}
            className={grid.all}
            label={t('image.caption')}
            placeholder={t('image.captionNone')}
          />
          <LanguageNotes field={caption.path} />
          <TextField
            {...plainText(credit)}
            className={grid.half}
            label={t('image.credit')}
            placeholder={t('image.creditNone')}
          />
          <TextField
            {...plainText(licence)}
            className={grid.half}
            label={t('image.licence')}
            placeholder={t('image.licenceNone')}
          />
          <Gloss path={credit.path} />
          <Gloss path={licence.path} />
          <TextField
            {...plainText(altText)}
            className={grid.all}
            label={t('image.altText')}
            placeholder="–"
          />
          <Gloss path={altText.path} />
          <NumberField {...number(recognisable)} label={t('image.recognisable')} placeholder="–" />
          <SelectField
            {...firmChoice(motifCheck)}
            label={t('image.motifCheck')}
            options={optionsOf('motif')}
          />
          <TextField {...plainText(note)} label={t('image.note')} placeholder="–" />
          <Gloss path={recognisable.path} />
          <Gloss path={motifCheck.path} />
        </div>
        <Consents image={image} />
        <p className={cx(s.state, isOpen && s.open)}>
          {t(isOpen ? 'image.state.open' : 'image.state.clear')}
        </p>
        {readOnly ? null : (
          <p className="noprint">
            <button
              type="button"
              className="do lose"
              onClick={() =>
                removeThing(session, session.handle.list('images'), id, t('image.removed', { number: place }))
              }
            >
              {t('image.remove')}
            </button>
          </p>
        )}
      </Hanging>
    </div>
  )
}

/** Who can be recognised and agreed, for what, until when. */
function Consents({ image }: { readonly image: RecordHandle<typeof imageSchema> }) {
  const t = useWords()
  const { session, readOnly } = useSheet()
  const list = image.list('consents')
  const ids = useThings(list)
  return (
    <fieldset className={s.consents}>
      <legend className={grid.label}>{t('image.consents')}</legend>
      {ids.map(id => {
        const consent = list.get(id)
        return consent ? (
          <ConsentRow
            key={id}
            consent={consent}
            remove={() => removeThing(session, list, id, t('consent.removed'))}
          />
        ) : null
      })}
      {readOnly ? null : (
        <button
          type="button"
          className="do small noprint"
          onClick={() => goTo([...list.path, addThing(session, list, {}), 'person'].join('/'))}
        >
          {t('image.addConsent')}
        </button>
      )}
    </fieldset>
  )
}

function ConsentRow(props: {
  readonly consent: RecordHandle<typeof consentSchema>
  readonly remove: () => void
}) {
  const t = useWords()
  const { readOnly } = useSheet()
  const person = useAtom(props.consent, 'person')
  const scope = useAtom(props.consent, 'scope')
  const until = useAtom(props.consent, 'until')
  return (
    <div className={grid.grid}>
      <TextField {...plainText(person)} label={t('consent.person')} placeholder="–" />
      <TextField {...plainText(scope)} label={t('consent.scope')} placeholder="–" />
      <div className={s.line}>
        <DateField {...moment(until)} label={t('consent.until')} placeholder="–" />
        {readOnly ? null : (
          <button
            type="button"
            className="do small lose"
            aria-label={t('consent.removeOf', { person: person.value })}
            onClick={props.remove}
          >
            {t('consent.remove')}
          </button>
        )}
      </div>
    </div>
  )
}
