import { useThings } from '#client/document/hooks.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { goTo } from '#client/sheet/goTo.ts'
import { addThing } from '#client/sheet/things.ts'
import { Part } from './Part.tsx'
import { Slot } from './Slot.tsx'
import { useGroup } from './useGroup.ts'
import { useWords } from './words.ts'

/** When and where the group meets: what takes place, what is considered, what rests. */
export function Slots() {
  const t = useWords()
  const { session, readOnly } = useGroup()
  const list = session.handle.list('slots')
  const ids = useThings(list)
  return (
    <Part name="slots">
      <Gloss path="slots" />
      {ids.length === 0 ? <p className="soft">{t('slots.none')}</p> : null}
      {ids.map((id, index) => {
        const slot = list.get(id)
        return slot ? <Slot key={id} id={id} slot={slot} place={index + 1} isOnly={ids.length === 1} /> : null
      })}
      {readOnly ? null : (
        <p className="dos noprint">
          <button
            type="button"
            className="do"
            onClick={() => goTo(`slots/${addThing(session, list, {})}/weekday`)}
          >
            {t('slots.add')}
          </button>
        </p>
      )}
    </Part>
  )
}
