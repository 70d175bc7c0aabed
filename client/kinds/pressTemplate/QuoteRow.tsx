import { useStore } from '#client/lib/store.ts'
import { choice, firmChoice, moment, plainText, useAtom } from '#client/sheet/atom.ts'
import grid from '#client/sheet/FieldGrid.module.css'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { LanguageNotes } from '#client/sheet/language/LanguageNotes.tsx'
import { MarkedLine } from '#client/sheet/language/MarkedLine.tsx'
import { MoveButtons } from '#client/sheet/MoveButtons.tsx'
import { moveThing, removeThing } from '#client/sheet/things.ts'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { cx } from '#client/ui/cx.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { Popover } from '#client/ui/Popover.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import type { QuoteRelease } from '#shared/kinds/pressTemplate/enums.ts'
import { releaseState } from '#shared/kinds/pressTemplate/findings.ts'
import { quoteLine } from '#shared/kinds/pressTemplate/ownFacts.ts'
import type { quoteSchema } from '#shared/kinds/pressTemplate/quoteSchema.ts'
import { quoteHash } from '#shared/rules/quote.ts'
import { memberFunction } from './memberFunction.ts'
import { optionsOf } from './options.ts'
import { Hanging } from './Part.tsx'
import s from './Press.module.css'
import { placeField } from './placeField.ts'
import { usePress } from './usePress.ts'
import { useDrawn } from './useRelease.ts'
import { useWords } from './words.ts'

type QuoteHandle = RecordHandle<typeof quoteSchema>

/** One quote: its words, under which name they are printed, and whether that person has released exactly this. */
export function QuoteRow(props: {
  readonly id: string
  readonly quote: QuoteHandle
  readonly place: number
  readonly count: number
}) {
  const t = useWords()
  const { id, quote, place } = props
  const { session, readOnly, people } = usePress()
  const text = useAtom(quote, 'text')
  const speakerId = useAtom(quote, 'speakerId')
  const printedName = useAtom(quote, 'printedName')
  const role = useAtom(quote, 'function')
  const attribution = useAtom(quote, 'attribution')
  const printNote = useAtom(quote, 'printNote')
  const verb = useAtom(quote, 'verb')
  const functionFirst = useAtom(quote, 'functionFirst')
  const { value } = useStore(useDrawn())
  const drawn = value.quotes.find(row => row.id === id)
  const speaker = speakerId.value
  // somebody from outside the space is known by the name that is printed
  const speakers =
    speaker === null || printedName.value === '' || people.some(one => one.value === speaker)
      ? people
      : [...people, { value: speaker, label: printedName.value }]
  const isPlaced = paragraphTexts(value.text.body).some(line => line.includes(`{{zitat.${place}}}`))
  const name = t('quote.number', { number: place })
  return (
    <div className={s.entry} data-path={`quotes/${id}`} tabIndex={-1}>
      <Hanging label={name}>
        <h3 className="sr">{name}</h3>
        <div className={s.quoteText}>
          <MarkedLine field={text.path} text={text.value} textClass={s.words}>
            <TextField
              {...plainText(text)}
              quiet
              label={`${name}: ${t('quote.text')}`}
              placeholder={t('quote.textNone')}
              textClass={s.words}
            />
          </MarkedLine>
        </div>
        <LanguageNotes field={text.path} />
        <Gloss path={text.path} />
        {drawn && drawn.text !== '' && !isPlaced ? (
          <p className={s.small}>
            {t('quote.printed')}: <span lang="de">{quoteLine(drawn)}</span>
          </p>
        ) : null}
        <div className={cx(grid.grid, s.fields)}>
          <SelectField
            {...choice(speakerId)}
            write={person => {
              const found = people.find(option => option.value === person)
              const known = person === null ? undefined : memberFunction(session.members, person)
              step(session, () =>
                quote.assign({
                  speakerId: person,
                  ...(found && printedName.value === '' && { printedName: found.label }),
                  ...(known !== undefined && role.value === '' && { function: known }),
                }),
              )
            }}
            label={t('quote.speaker')}
            options={speakers}
            none={t('quote.speakerNone')}
          />
          <TextField {...plainText(printedName)} label={t('quote.printedName')} placeholder="–" />
          <SelectField
            {...firmChoice(attribution)}
            label={t('quote.attribution')}
            options={optionsOf('attribution')}
          />
          <TextField {...plainText(role)} className={grid.wide} label={t('quote.function')} placeholder="–" />
          <TextField
            {...plainText(printNote)}
            label={t('quote.printNote')}
            placeholder={attribution.value === 'name_geaendert' ? t('quote.printNoteNone') : '–'}
          />
          <Gloss path={role.path} />
          <TextField {...plainText(verb)} label={t('quote.verb')} placeholder={t('quote.verbNone')} />
          <label className={cx(grid.tick, grid.wide)}>
            <input
              type="checkbox"
              data-path={functionFirst.path}
              checked={functionFirst.value}
              disabled={readOnly}
              onChange={event => functionFirst.set(event.currentTarget.checked)}
            />
            {t('quote.functionFirst')}
          </label>
        </div>
        <ReleaseNote quote={quote} state={drawn ? releaseState(drawn) : 'offen'} />
        {readOnly ? null : (
          <div className={cx(s.line, 'noprint')}>
            {isPlaced ? null : (
              <button type="button" className="do" onClick={() => placeField(session, `zitat.${place}`)}>
                {t('place.quote', { number: place })}
              </button>
            )}
            <span className={s.end}>
              <More {...props} />
            </span>
          </div>
        )}
      </Hanging>
    </div>
  )
}

/** Where the release stands, as a note: the release that counts is a row of the record. */
function ReleaseNote({ quote, state }: { readonly quote: QuoteHandle; readonly state: QuoteRelease }) {
  const t = useWords()
  const { session, readOnly } = usePress()
  const method = useAtom(quote, 'method')
  const scope = useAtom(quote, 'scope')
  const validUntil = useAtom(quote, 'validUntil')
  const release = useAtom(quote, 'release')
  const words = () => ({
    text: quote.get('text'),
    name: quote.get('printedName'),
    function: quote.get('function'),
  })
  const note = (next: QuoteRelease) =>
    step(session, () =>
      quote.assign({ release: next, releasedHash: next === 'freigegeben' ? quoteHash(words()) : '' }),
    )
  return (
    <div className={cx(grid.grid, s.fields, s.release)} data-state={state}>
      <SelectField
        {...firmChoice(release)}
        value={state}
        write={next => {
          if (next !== null) note(next)
        }}
        label={t('quote.release')}
        options={optionsOf('release').filter(({ value }) => value !== 'erneut_freigeben' || state === value)}
      />
      <SelectField {...choice(method)} label={t('quote.method')} options={optionsOf('method')} none="–" />
      <DateField {...moment(validUntil)} label={t('quote.validUntil')} placeholder="–" />
      <TextField
        {...plainText(scope)}
        className={grid.wide}
        label={t('quote.scope')}
        placeholder={t('quote.scopeNone')}
      />
      {state === 'erneut_freigeben' && !readOnly ? (
        <p>
          <button
            type="button"
            className="do small"
            onClick={() => {
              note('freigegeben')
              announce(t('quote.noted', { name: quote.get('printedName') }))
            }}
          >
            {t('quote.note')}
          </button>
        </p>
      ) : null}
      <Gloss path={release.path} />
    </div>
  )
}

function More(props: { readonly id: string; readonly place: number; readonly count: number }) {
  const t = useWords()
  const { session } = usePress()
  const { id, place } = props
  const list = session.handle.list('quotes')
  return (
    <Popover label="⋯" name={t('quote.more', { number: place })} className={s.dots}>
      {close => (
        <div className={s.menu}>
          <MoveButtons
            place={place}
            count={props.count}
            move={by => moveThing(session, list, id, by)}
            up={t('quote.up')}
            down={t('quote.down')}
          />
          <button
            type="button"
            className="do lose"
            onClick={() => {
              close()
              removeThing(session, list, id, t('quote.removed', { number: place }))
            }}
          >
            {t('quote.remove')}
          </button>
        </div>
      )}
    </Popover>
  )
}
