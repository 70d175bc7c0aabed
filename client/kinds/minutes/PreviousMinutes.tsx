import { Link } from 'wouter'
import { plainDay } from '#client/i18n/format.ts'
import { useText } from '#client/i18n/i18n.ts'
import { choice, useAtom } from '#client/sheet/atom.ts'
import { useSpaceDocuments } from '#client/sheet/spaceDocuments.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { useMinutes } from './useMinutes.ts'
import { useWords } from './words.ts'

/** The minutes before these, chosen from those of the space, and the way there. */
export function PreviousMinutes() {
  const t = useText()
  const w = useWords()
  const { session } = useMinutes()
  const previous = useAtom(session.handle.record('header'), 'previousMinutesId')
  const minutes = useSpaceDocuments(session)
    .filter(({ kind }) => kind === 'minutes')
    .toSorted((left, right) => (right.date ?? '').localeCompare(left.date ?? ''))
  const isHere = minutes.some(({ id }) => id === previous.value)
  return (
    <div>
      <SelectField
        {...choice(previous)}
        label={t('header.previousMinutesId')}
        options={minutes.map(({ id, title, date }) => ({
          value: id as string,
          label: date === null ? title : w('previous.dated', { title, day: plainDay(date) }),
        }))}
        none="–"
      />
      {isHere ? (
        <Link href={`/blatt/${previous.value}`} className="do small noprint" aria-label={w('previous.open')}>
          {w('attachments.open')}
        </Link>
      ) : null}
    </div>
  )
}
