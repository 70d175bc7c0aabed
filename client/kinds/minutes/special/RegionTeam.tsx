import { Tick, YesNo } from '#client/kinds/minutes/controls.tsx'
import lists from '#client/kinds/minutes/Lists.module.css'
import { optionsOf } from '#client/kinds/minutes/options.ts'
import { Things } from '#client/kinds/minutes/Things.tsx'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { choice, moment, people as peopleOf, plainText, useAtom } from '#client/sheet/atom.ts'
import g from '#client/sheet/FieldGrid.module.css'
import { useSpaceDocuments } from '#client/sheet/spaceDocuments.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { PeopleField } from '#client/ui/fields/PeopleField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { regionTeamSchema } from '#shared/kinds/minutes/special/regionTeam.ts'
import type { EntryOf } from './item.ts'

type Entry<K extends keyof (typeof regionTeamSchema)['shape']> = EntryOf<typeof regionTeamSchema, K>

/** Sitzung des Regionalteams: who fills the three roles, who visited whom, the groups of the region. */
export function RegionTeam() {
  const w = useWords()
  const { session, people } = useMinutes()
  const team = session.handle.record('regionTeam')
  const multiplicators = useAtom(team, 'multiplicators')
  const transparencyPersons = useAtom(team, 'transparencyPersons')
  const cooperationPersons = useAtom(team, 'cooperationPersons')
  return (
    <>
      <div className={g.grid}>
        <PeopleField
          {...peopleOf(multiplicators)}
          label={w('region.multiplicators')}
          options={people}
          none="–"
        />
        <PeopleField
          {...peopleOf(transparencyPersons)}
          label={w('region.transparencyPersons')}
          options={people}
          none="–"
        />
        <PeopleField
          {...peopleOf(cooperationPersons)}
          label={w('region.cooperationPersons')}
          options={people}
          none="–"
        />
      </div>
      <Things
        list={team.list('visits')}
        title={w('region.visits')}
        add={w('region.addVisit')}
        removed={w('region.removedVisit')}
      >
        {entry => <CountedVisit entry={entry} />}
      </Things>
      <Things
        list={team.list('groups')}
        title={w('region.groups')}
        add={w('region.addGroup')}
        removed={w('region.removedGroup')}
      >
        {entry => <RegionGroup entry={entry} />}
      </Things>
    </>
  )
}

function CountedVisit({ entry }: { readonly entry: Entry<'visits'> }) {
  const w = useWords()
  const { session, people } = useMinutes()
  const person = useAtom(entry, 'person')
  const group = useAtom(entry, 'group')
  const date = useAtom(entry, 'date')
  const report = useAtom(entry, 'report')
  const forwarded = useAtom(entry, 'forwarded')
  const reports = useSpaceDocuments(session).filter(({ kind }) => kind === 'minutes')
  return (
    <div className={lists.row}>
      <SelectField {...choice(person)} label={w('region.visitor')} options={people} none="–" />
      <TextField {...plainText(group)} label={w('region.visited')} placeholder="–" />
      <DateField {...moment(date)} label={w('region.visitOn')} placeholder="–" />
      <SelectField
        {...choice(report)}
        className={lists.wide}
        label={w('region.report')}
        options={reports.map(({ id, title }) => ({ value: id as string, label: title }))}
        none={w('region.reportNone')}
      />
      <Tick atom={forwarded} label={w('region.forwarded')} />
    </div>
  )
}

function RegionGroup({ entry }: { readonly entry: Entry<'groups'> }) {
  const w = useWords()
  const name = useAtom(entry, 'name')
  const phase = useAtom(entry, 'phase')
  const contactPerson = useAtom(entry, 'contactPerson')
  return (
    <div className={lists.row}>
      <TextField {...plainText(name)} label={w('region.groupName')} placeholder="–" />
      <SelectField {...choice(phase)} label={w('region.phase')} options={optionsOf('groupPhase')} none="–" />
      <YesNo atom={contactPerson} label={w('region.contactPerson')} />
    </div>
  )
}
