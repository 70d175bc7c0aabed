import { plainText, useAtom } from '#client/sheet/atom.ts'
import { TextField } from '#client/ui/fields/TextField.tsx'
import s from './Concept.module.css'
import { DecimalField } from './NumericField.tsx'
import { numberOf } from './numberOf.ts'
import { useConcept } from './useConcept.ts'
import { useWords } from './words.ts'

/** Ressourcen (domain.md 3.2): people, rooms, equipment. */
export function Resources() {
  const w = useWords()
  const { session } = useConcept()
  const record = session.handle.record('resources')
  const volunteerHours = useAtom(record, 'volunteerHours')
  const staffFte = useAtom(record, 'staffFte')
  const rooms = useAtom(record, 'rooms')
  const equipment = useAtom(record, 'equipment')
  return (
    <div className={s.fields} data-path="resources">
      <DecimalField {...numberOf(volunteerHours)} className={s.three} label={w('resource.volunteerHours')} />
      <DecimalField {...numberOf(staffFte)} className={s.three} label={w('resource.staffFte')} />
      <TextField {...plainText(rooms)} className={s.three} label={w('resource.rooms')} placeholder="–" />
      <TextField
        {...plainText(equipment)}
        className={s.three}
        label={w('resource.equipment')}
        placeholder="–"
      />
    </div>
  )
}
