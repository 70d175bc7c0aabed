import lists from '#client/kinds/minutes/Lists.module.css'
import { optionsOf } from '#client/kinds/minutes/options.ts'
import { Things } from '#client/kinds/minutes/Things.tsx'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { choice, firmChoice, moment, number, plainText, useAtom } from '#client/sheet/atom.ts'
import g from '#client/sheet/FieldGrid.module.css'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { TimeField } from '#client/ui/fields/TimeField.tsx'
import type { foundingSchema } from '#shared/kinds/minutes/special/founding.ts'
import type { EntryOf } from './item.ts'

type Slot = EntryOf<typeof foundingSchema, 'slots'>

/** Gründungsprotokoll: what funding bodies ask for – how many, name, when and where, how open, how reached, joined to whom. */
export function Founding() {
  const w = useWords()
  const { session, people } = useMinutes()
  const founding = session.handle.record('founding')
  const name = useAtom(founding, 'name')
  const foundersCount = useAtom(founding, 'foundersCount')
  const openness = useAtom(founding, 'openness')
  const admissionNote = useAtom(founding, 'admissionNote')
  const contactPerson = useAtom(founding, 'contactPerson')
  const contact = useAtom(founding, 'contact')
  const affiliation = useAtom(founding, 'affiliation')
  return (
    <>
      <div className={g.grid}>
        <TextField {...plainText(name)} className={g.wide} label={w('founding.name')} placeholder="–" />
        <NumberField {...number(foundersCount)} label={w('founding.foundersCount')} placeholder="–" />
        <SelectField
          {...choice(openness)}
          label={w('founding.openness')}
          options={optionsOf('openness')}
          none="–"
        />
        <TextField
          {...plainText(admissionNote)}
          className={g.wide}
          label={w('founding.admissionNote')}
          placeholder="–"
        />
        <SelectField
          {...choice(contactPerson)}
          label={w('founding.contactPerson')}
          options={people}
          none="–"
        />
        <TextField
          {...plainText(contact)}
          className={g.wide}
          label={w('founding.contact')}
          placeholder={w('founding.contactNone')}
        />
        <TextField
          {...plainText(affiliation)}
          className={g.all}
          label={w('founding.affiliation')}
          placeholder="–"
        />
      </div>
      <Things
        list={founding.list('slots')}
        title={w('founding.slots')}
        add={w('founding.addSlot')}
        removed={w('founding.removedSlot')}
      >
        {entry => <FoundingSlot entry={entry} />}
      </Things>
    </>
  )
}

function FoundingSlot({ entry }: { readonly entry: Slot }) {
  const w = useWords()
  const weekday = useAtom(entry, 'weekday')
  const from = useAtom(entry, 'from')
  const to = useAtom(entry, 'to')
  const rhythm = useAtom(entry, 'rhythm')
  const ruleText = useAtom(entry, 'ruleText')
  const format = useAtom(entry, 'format')
  const place = useAtom(entry, 'place')
  const state = useAtom(entry, 'state')
  return (
    <div className={lists.row}>
      <SelectField
        {...choice(weekday)}
        label={w('founding.weekday')}
        options={optionsOf('weekday')}
        none="–"
      />
      <div className={g.span}>
        <TimeField {...moment(from)} label={w('founding.from')} placeholder="–" />
        <span aria-hidden="true">–</span>
        <TimeField {...moment(to)} label={w('founding.to')} placeholder="–" />
      </div>
      <SelectField {...firmChoice(rhythm)} label={w('founding.rhythm')} options={optionsOf('slotRhythm')} />
      {rhythm.value === 'regel' ? (
        <TextField
          {...plainText(ruleText)}
          className={lists.all}
          label={w('founding.ruleText')}
          placeholder="–"
        />
      ) : null}
      <SelectField {...firmChoice(format)} label={w('founding.format')} options={optionsOf('slotFormat')} />
      <SelectField {...firmChoice(state)} label={w('founding.state')} options={optionsOf('slotState')} />
      <TextField {...plainText(place)} className={lists.all} label={w('founding.place')} placeholder="–" />
    </div>
  )
}
