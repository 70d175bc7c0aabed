import { firmChoice, moment, plainText, useAtom } from '#client/sheet/atom.ts'
import { FactsFrom } from '#client/sheet/FactsFrom.tsx'
import grid from '#client/sheet/FieldGrid.module.css'
import { Letterhead } from '#client/sheet/Letterhead.tsx'
import { cx } from '#client/ui/cx.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { optionsOf } from './options.ts'
import s from './Press.module.css'
import { usePress } from './usePress.ts'
import { useWords } from './words.ts'

/** Kennzeichnung of the sheet itself: what it is, which version, whose facts it shows. */
export function Head() {
  const t = useWords()
  const { session, readOnly } = usePress()
  const header = session.handle.record('header')
  const title = useAtom(header, 'title')
  const form = useAtom(header, 'form')
  const code = useAtom(header, 'code')
  const version = useAtom(header, 'version')
  const date = useAtom(header, 'date')
  const basedOn = useAtom(header, 'basedOn')
  const publisher = useAtom(header, 'publisher')
  const usage = useAtom(header, 'usage')
  const lengthLimit = useAtom(header, 'lengthLimit')
  const voucherCopy = useAtom(header, 'voucherCopy')
  const groupRecordId = useAtom(session.handle, 'groupRecordId')
  const isTemplate = form.value === 'vorlage'
  return (
    <>
      <Letterhead title={title} />
      <FactsFrom groupRecordId={groupRecordId} />
      <section className={cx(grid.grid, s.head)} aria-label={t('part.head')} data-path="header">
        <SelectField {...firmChoice(form)} label={t('header.form')} options={optionsOf('form')} />
        {isTemplate ? <TextField {...plainText(code)} label={t('header.code')} placeholder="PV-…" /> : null}
        <TextField {...plainText(version)} label={t('header.version')} placeholder="–" />
        <DateField {...moment(date)} label={t('header.date')} placeholder="–" />
        <NumberField
          path={lengthLimit.path}
          readOnly={lengthLimit.readOnly}
          value={lengthLimit.value}
          write={limit => (limit === null ? { value: String(lengthLimit.value) } : lengthLimit.try(limit))}
          label={t('header.lengthLimit')}
        />
        {basedOn.value ? (
          <div>
            <span className={grid.label}>{t('header.basedOn')}</span>
            <span className={s.value}>
              {t('header.basedOnValue', { code: basedOn.value.code, version: basedOn.value.version })}
            </span>
          </div>
        ) : null}
        {isTemplate ? (
          <>
            <TextField
              {...plainText(publisher)}
              className={grid.all}
              label={t('header.publisher')}
              placeholder="–"
            />
            <TextField {...plainText(usage)} className={grid.all} label={t('header.usage')} placeholder="–" />
          </>
        ) : null}
        <label className={cx(grid.tick, grid.wide)}>
          <input
            type="checkbox"
            data-path={voucherCopy.path}
            checked={voucherCopy.value}
            disabled={readOnly}
            onChange={event => voucherCopy.set(event.currentTarget.checked)}
          />
          {t('header.voucherCopy')}
        </label>
      </section>
    </>
  )
}
