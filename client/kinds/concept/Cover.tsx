import { plainDay } from '#client/i18n/format.ts'
import { text } from '#client/i18n/i18n.ts'
import { firmChoice, moment, plainText, useAtom } from '#client/sheet/atom.ts'
import { FactsChoice } from '#client/sheet/FactsFrom.tsx'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { offered } from '#client/ui/offer.ts'
import { miniConceptLimit } from '#shared/kinds/concept/lengths.ts'
import { AsOfField } from './AsOfField.tsx'
import { CharacterCount } from './CharacterCount.tsx'
import s from './Concept.module.css'
import { Contacts } from './Contacts.tsx'
import { optionsOf, wordFor } from './options.ts'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** Deckblatt (domain.md 3.2): what it is, its title, who carries it, when it runs, where it stands. */
export function Cover() {
  const w = useWords()
  const { session } = useConcept()
  const cover = session.handle.record('cover')
  const period = cover.record('period')
  const title = useAtom(cover, 'title')
  const conceptKind = useAtom(cover, 'conceptKind')
  const carrier = useAtom(cover, 'carrier')
  const readers = useAtom(cover, 'readers')
  const from = useAtom(period, 'from')
  const to = useAtom(period, 'to')
  const version = useAtom(cover, 'version')
  const asOf = useAtom(cover, 'asOf')
  const status = useAtom(cover, 'status')
  const groupRecordId = useAtom(session.handle, 'groupRecordId')
  const isMini = conceptKind.value === 'kleinstkonzept'

  return (
    <section data-path="cover" aria-label={w('cover.title')} tabIndex={-1}>
      <p className={s.letterhead}>{session.space.name}</p>
      <div className={s.variant}>
        <VariantChoice />
        <span className="noprint" title={w('variant.keeps')}>
          {w(`variant.${conceptKind.value}`)}
        </span>
      </div>
      <h1 className="sr" tabIndex={-1}>
        {title.value || w('cover.untitled')}
      </h1>
      <TextField
        {...plainText(title)}
        quiet
        label={w('cover.name')}
        textClass={s.name}
        placeholder={w('cover.untitled')}
      />
      <Gloss path="cover/title" />
      <div className={s.form}>
        {isMini ? (
          <TextField
            {...plainText(readers)}
            className={s.all}
            label={w('cover.readers')}
            placeholder={w('cover.readersNone')}
          />
        ) : (
          <>
            <TextField
              {...plainText(carrier)}
              className={s.all}
              label={w('cover.carrier')}
              placeholder={w('cover.carrierNone')}
            />
            <DateField {...moment(from)} label={w('cover.from')} format={plainDay} />
            <DateField {...moment(to)} label={w('cover.to')} format={plainDay} />
          </>
        )}
        <SelectField {...firmChoice(status)} label={w('cover.status')} options={optionsOf('status')} />
        <TextField {...plainText(version)} label={w('cover.version')} placeholder="–" />
        <AsOfField
          path={asOf.path}
          readOnly={asOf.readOnly}
          label={w('cover.asOf')}
          value={asOf.value}
          write={next => asOf.try(next)}
        />
        <Gloss path="cover/period/from" />
        <Gloss path="cover/period/to" />
        <Contacts />
        <FactsChoice className={s.all} groupRecordId={groupRecordId} />
      </div>
      {isMini ? <CharacterCount of="miniConcept" max={miniConceptLimit} /> : null}
    </section>
  )
}

/** Which of the three it is: the word above the title. Another one shows other sections; nothing goes. */
function VariantChoice() {
  const w = useWords()
  const { session } = useConcept()
  const kind = useAtom(session.handle.record('cover'), 'conceptKind')
  return (
    <SelectField
      {...firmChoice(kind)}
      quiet
      label={w('variant.label')}
      options={optionsOf('conceptKind')}
      controlClass={s.kind}
      write={next => {
        const before = kind.value
        if (next === null || next === before) return
        kind.set(next)
        const says = w('variant.changed', { kind: wordFor('conceptKind', next) })
        announce(says)
        offered.set({
          says,
          does: text('offer.undo'),
          run: () => step(session, () => session.handle.record('cover').set('conceptKind', before)),
        })
      }}
    />
  )
}
