import { useText } from '#client/i18n/i18n.ts'
import { firmChoice, looseText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { cx } from '#client/ui/cx.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { offered } from '#client/ui/offer.ts'
import { Popover } from '#client/ui/Popover.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { attendanceRowSchema } from '#shared/kinds/minutes/schema.ts'
import { listedName } from '#shared/rules/names.ts'
import s from './Attendance.module.css'
import { Intervals } from './Intervals.tsx'
import { optionsOf } from './options.ts'
import { useMinutes } from './useMinutes.ts'
import { useWords } from './words.ts'

/** One person of the attendance list: name and function, vote, times. A member's name comes from the space, a guest's is typed here. */
export function AttendanceRow(props: {
  readonly id: string
  readonly row: RecordHandle<typeof attendanceRowSchema>
}) {
  const t = useText()
  const w = useWords()
  const { id, row } = props
  const { session, readOnly, nameOf } = useMinutes()
  const member = session.members.find(one => one.personId === id)
  const name = useAtom(row, 'name')
  const affiliation = useAtom(row, 'affiliation')
  const role = useAtom(row, 'function')
  const status = useAtom(row, 'status')
  const voting = useAtom(row, 'voting')
  const listing = useAtom(row, 'listing')
  const isUnnamed = member === undefined && (name.value ?? '') === ''
  const shown = isUnnamed ? w('sign.unnamedPerson') : nameOf(id)
  const printed = (isUnnamed ? null : listedName(shown, listing.value)) ?? w('sign.unnamedPerson')
  const label = [member?.label, member ? role.value : null, affiliation.value].filter(Boolean).join(', ')

  const remove = () => {
    const list = session.handle.list('attendance')
    step(session, () => list.remove(id))
    announce(t('attendance.removed', { name: shown }))
    offered.set({
      says: t('attendance.removed', { name: shown }),
      does: t('offer.bringBack'),
      run: () => step(session, () => list.restore(id)),
    })
  }

  return (
    <tr data-path={`attendance/${id}`} id={`attendance-${id}`} tabIndex={-1}>
      <th scope="row" className={s.who}>
        {printed === shown && !isUnnamed ? null : <span className={cx(s.name, s.listed)}>{printed}</span>}
        <div className={cx((printed !== shown || isUnnamed) && s.asNamed)}>
          {member ? (
            <span className={s.name}>{shown}</span>
          ) : (
            <TextField
              {...looseText(name)}
              quiet
              label={t('attendance.guestName')}
              textClass={s.name}
              placeholder={w('sign.unnamedPerson')}
            />
          )}
        </div>
        <span className={s.under}>
          {label ? <span className={s.label}>{label}</span> : null}
          <SelectField
            {...firmChoice(status)}
            quiet
            controlClass={s.quietSelect}
            label={t('attendance.statusOf', { name: shown })}
            options={optionsOf('status')}
            small
          />
        </span>
        <Gloss path={`attendance/${id}/name`} />
        <Gloss path={`attendance/${id}`} />
      </th>
      <td className={s.vote}>
        <SelectField
          {...firmChoice(voting)}
          quiet
          label={t('attendance.voteOf', { name: shown })}
          options={optionsOf('voting')}
          small
        />
      </td>
      <td className={s.times}>
        <Intervals id={id} row={row} name={shown} />
        <Gloss path={`attendance/${id}/intervals`} />
      </td>
      {readOnly ? null : (
        <td className={cx(s.more, 'noprint')}>
          <Popover label="⋯" name={t('attendance.moreOn', { name: shown })} className={s.dots} side="end">
            {close => (
              <div className={s.slip}>
                <TextField {...looseText(affiliation)} label={t('attendance.affiliation')} placeholder="–" />
                <TextField {...looseText(role)} label={t('attendance.function')} placeholder="–" />
                <SelectField
                  {...firmChoice(listing)}
                  label={t('attendance.listing')}
                  options={optionsOf('listing')}
                />
                <button
                  type="button"
                  className="do lose"
                  onClick={() => {
                    close()
                    remove()
                  }}
                >
                  {t('attendance.remove')}
                </button>
              </div>
            )}
          </Popover>
        </td>
      )}
    </tr>
  )
}
