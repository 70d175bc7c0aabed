import lists from '#client/kinds/minutes/Lists.module.css'
import { ProseText } from '#client/kinds/minutes/ProseText.tsx'
import { Things } from '#client/kinds/minutes/Things.tsx'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { choice, moment, number, plainText, useAtom } from '#client/sheet/atom.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { TimeField } from '#client/ui/fields/TimeField.tsx'
import type { gatheringSchema } from '#shared/kinds/minutes/special/gathering.ts'
import type { EntryOf } from './item.ts'

type Entry<K extends keyof (typeof gatheringSchema)['shape']> = EntryOf<typeof gatheringSchema, K>

/** Frühjahrs- und Herbsttreffen: theme, days, working groups and what came of it all. */
export function Gathering() {
  const w = useWords()
  const { session } = useMinutes()
  const gathering = session.handle.record('gathering')
  const theme = useAtom(gathering, 'theme')
  return (
    <>
      <TextField {...plainText(theme)} label={w('gathering.theme')} placeholder="–" />
      <Things
        list={gathering.list('days')}
        title={w('gathering.days')}
        add={w('gathering.addDay')}
        removed={w('gathering.removedDay')}
      >
        {entry => <Day entry={entry} />}
      </Things>
      <Things
        list={gathering.list('workingGroups')}
        title={w('gathering.workingGroups')}
        add={w('gathering.addWorkingGroup')}
        removed={w('gathering.removedWorkingGroup')}
      >
        {entry => <WorkingGroup entry={entry} />}
      </Things>
      <div className={lists.group}>
        <h3>{w('gathering.results')}</h3>
        <div className={lists.prose}>
          <ProseText
            record={gathering}
            field="results"
            label={w('gathering.results')}
            placeholder={w('gathering.resultsNone')}
          />
        </div>
      </div>
    </>
  )
}

function Day({ entry }: { readonly entry: Entry<'days'> }) {
  const w = useWords()
  const date = useAtom(entry, 'date')
  const start = useAtom(entry, 'start')
  const end = useAtom(entry, 'end')
  const theme = useAtom(entry, 'theme')
  return (
    <div className={lists.row}>
      <DateField {...moment(date)} label={w('gathering.dayOn')} placeholder="–" />
      <TimeField {...moment(start)} label={w('gathering.dayStart')} placeholder="–" />
      <TimeField {...moment(end)} label={w('gathering.dayEnd')} placeholder="–" />
      <TextField
        {...plainText(theme)}
        className={lists.all}
        quiet
        label={w('gathering.dayTheme')}
        placeholder={w('gathering.dayTheme')}
      />
      <Gloss path={end.path} />
    </div>
  )
}

function WorkingGroup({ entry }: { readonly entry: Entry<'workingGroups'> }) {
  const w = useWords()
  const { people } = useMinutes()
  const title = useAtom(entry, 'title')
  const facilitator = useAtom(entry, 'facilitator')
  const participantCount = useAtom(entry, 'participantCount')
  return (
    <div className={lists.row}>
      <TextField {...plainText(title)} className={lists.all} label={w('gathering.group')} placeholder="–" />
      <SelectField
        {...choice(facilitator)}
        className={lists.half}
        label={w('gathering.facilitator')}
        options={people}
        none="–"
      />
      <NumberField
        {...number(participantCount)}
        className={lists.half}
        label={w('counts.participants')}
        placeholder="–"
      />
      <div className={lists.prose}>
        <ProseText
          record={entry}
          field="results"
          label={`${w('gathering.groupResults')}: ${title.value}`}
          placeholder={w('gathering.groupResults')}
        />
      </div>
    </div>
  )
}
