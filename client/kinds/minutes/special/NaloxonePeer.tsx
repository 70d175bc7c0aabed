import { Tick } from '#client/kinds/minutes/controls.tsx'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { number, people as peopleOf, plainText, useAtom } from '#client/sheet/atom.ts'
import g from '#client/sheet/FieldGrid.module.css'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { PeopleField } from '#client/ui/fields/PeopleField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'

/** Peer-Informationsveranstaltung Naloxon: who ran it, what was practised, and numbers; nobody who took part. */
export function NaloxonePeer() {
  const w = useWords()
  const { session, people } = useMinutes()
  const naloxone = session.handle.record('naloxonePeer')
  const checklist = naloxone.record('checklist')
  const trainers = useAtom(naloxone, 'trainers')
  const medicalPerson = useAtom(naloxone, 'medicalPerson')
  const durationMin = useAtom(naloxone, 'durationMin')
  const participantCount = useAtom(naloxone, 'participantCount')
  const spraysHandedOut = useAtom(naloxone, 'spraysHandedOut')
  const prescriptions = useAtom(naloxone, 'prescriptions')
  const signs = useAtom(checklist, 'signs')
  const emergencyCall = useAtom(checklist, 'emergencyCall')
  const recoveryPosition = useAtom(checklist, 'recoveryPosition')
  const spray = useAtom(checklist, 'spray')
  const aftercare = useAtom(checklist, 'aftercare')
  return (
    <div className={g.grid}>
      <PeopleField
        {...peopleOf(trainers)}
        className={g.half}
        label={w('naloxone.trainers')}
        options={people}
        none="–"
      />
      <TextField
        {...plainText(medicalPerson)}
        className={g.half}
        label={w('naloxone.medicalPerson')}
        placeholder="–"
      />
      <NumberField {...number(participantCount)} label={w('counts.participants')} placeholder="–" />
      <NumberField {...number(durationMin)} label={w('naloxone.durationMin')} placeholder="–" />
      <NumberField {...number(spraysHandedOut)} label={w('naloxone.sprays')} placeholder="–" />
      <NumberField {...number(prescriptions)} label={w('naloxone.prescriptions')} placeholder="–" />
      <fieldset className={`${g.ticks} ${g.all}`} data-path="naloxonePeer/checklist">
        <legend className={g.label}>{w('naloxone.checklist')}</legend>
        <div>
          <Tick atom={signs} label={w('naloxone.signs')} />
          <Tick atom={emergencyCall} label={w('naloxone.emergencyCall')} />
          <Tick atom={recoveryPosition} label={w('naloxone.recoveryPosition')} />
          <Tick atom={spray} label={w('naloxone.spray')} />
          <Tick atom={aftercare} label={w('naloxone.aftercare')} />
        </div>
      </fieldset>
    </div>
  )
}
