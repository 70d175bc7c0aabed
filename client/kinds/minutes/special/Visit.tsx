import { YesNo } from '#client/kinds/minutes/controls.tsx'
import lists from '#client/kinds/minutes/Lists.module.css'
import { optionsOf } from '#client/kinds/minutes/options.ts'
import { Things } from '#client/kinds/minutes/Things.tsx'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import {
  firmChoice,
  moment,
  number,
  optionalText,
  people as peopleOf,
  plainText,
  useAtom,
} from '#client/sheet/atom.ts'
import g from '#client/sheet/FieldGrid.module.css'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { PeopleField } from '#client/ui/fields/PeopleField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { visitSchema } from '#shared/kinds/minutes/special/visit.ts'
import type { EntryOf } from './item.ts'

type Entry<K extends keyof (typeof visitSchema)['shape']> = EntryOf<typeof visitSchema, K>

/** Gruppenbesuch / Kurzbericht: of the group only its number; what it needs, what it agreed to, where the report went. */
export function Visit() {
  const w = useWords()
  const { session, people } = useMinutes()
  const visit = session.handle.record('visit')
  const visitedGroup = useAtom(visit, 'visitedGroup')
  const visitors = useAtom(visit, 'visitors')
  const welcomedBy = useAtom(visit, 'welcomedBy')
  const participantCount = useAtom(visit, 'participantCount')
  const projectPresented = useAtom(visit, 'projectPresented')
  const partnershipReadiness = useAtom(visit, 'partnershipReadiness')
  const groupConsent = useAtom(visit, 'groupConsent')
  const consentRead = useAtom(visit, 'consentRead')
  return (
    <>
      <div className={g.grid}>
        <TextField
          {...optionalText(visitedGroup)}
          className={g.half}
          label={w('visit.visitedGroup')}
          placeholder="–"
        />
        <PeopleField
          {...peopleOf(visitors)}
          className={g.half}
          label={w('visit.visitors')}
          options={people}
          none="–"
        />
        <Gloss path={visitedGroup.path} />
        <Gloss path={visitors.path} />
        <TextField
          {...plainText(welcomedBy)}
          className={g.half}
          label={w('visit.welcomedBy')}
          placeholder="–"
        />
        <NumberField {...number(participantCount)} label={w('counts.participants')} placeholder="–" />
        <YesNo atom={projectPresented} label={w('visit.projectPresented')} />
        <YesNo atom={partnershipReadiness} label={w('visit.partnershipReadiness')} />
        <YesNo atom={consentRead} label={w('visit.consentRead')} />
        <YesNo atom={groupConsent} label={w('visit.groupConsent')} />
        <Gloss path={groupConsent.path} />
      </div>
      <Things
        close
        list={visit.list('needs')}
        title={w('visit.needs')}
        add={w('visit.addNeed')}
        removed={w('visit.removedNeed')}
      >
        {entry => <Need entry={entry} />}
      </Things>
      <Things
        close
        list={visit.list('earlyWarnings')}
        title={w('visit.earlyWarnings')}
        add={w('visit.addWarning')}
        removed={w('visit.removedWarning')}
      >
        {entry => <Warning entry={entry} />}
      </Things>
      <Things
        close
        list={visit.list('forwarded')}
        title={w('visit.forwarded')}
        add={w('visit.addForwarded')}
        removed={w('visit.removedForwarded')}
      >
        {entry => <Forwarded entry={entry} />}
      </Things>
      <Things
        close
        list={visit.list('contacts')}
        title={w('visit.contacts')}
        add={w('visit.addContact')}
        removed={w('visit.removedContact')}
      >
        {entry => <Contact entry={entry} />}
      </Things>
    </>
  )
}

function Need({ entry }: { readonly entry: Entry<'needs'> }) {
  const w = useWords()
  const need = useAtom(entry, 'need')
  return (
    <>
      <TextField {...plainText(need)} quiet label={w('visit.need')} placeholder={w('visit.needNone')} />
      <Gloss path={need.path} />
    </>
  )
}

function Warning({ entry }: { readonly entry: Entry<'earlyWarnings'> }) {
  const w = useWords()
  const signal = useAtom(entry, 'signal')
  return (
    <>
      <TextField
        {...plainText(signal)}
        quiet
        label={w('visit.warning')}
        placeholder={w('visit.warningNone')}
      />
      <Gloss path={signal.path} />
    </>
  )
}

function Forwarded({ entry }: { readonly entry: Entry<'forwarded'> }) {
  const w = useWords()
  const to = useAtom(entry, 'to')
  const on = useAtom(entry, 'on')
  return (
    <div className={lists.row}>
      <TextField
        {...optionalText(to)}
        quiet
        className={lists.half}
        label={w('visit.forwardedTo')}
        placeholder={w('visit.forwardedToNone')}
      />
      <DateField
        {...moment(on)}
        quiet
        className={lists.half}
        label={w('visit.forwardedOn')}
        placeholder={w('visit.onNone')}
      />
    </div>
  )
}

function Contact({ entry }: { readonly entry: Entry<'contacts'> }) {
  const w = useWords()
  const on = useAtom(entry, 'on')
  const way = useAtom(entry, 'way')
  const note = useAtom(entry, 'note')
  return (
    <div className={lists.row}>
      <DateField {...moment(on)} quiet label={w('visit.contactOn')} placeholder={w('visit.onNone')} />
      <SelectField
        {...firmChoice(way)}
        quiet
        className={lists.wide}
        label={w('visit.contactWay')}
        options={optionsOf('contactWay')}
      />
      <TextField
        {...plainText(note)}
        quiet
        className={lists.all}
        label={w('visit.contactNote')}
        placeholder={w('visit.contactNoteNone')}
      />
      <Gloss path={note.path} />
    </div>
  )
}
