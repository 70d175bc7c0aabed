import { useText } from '#client/i18n/i18n.ts'
import lists from '#client/kinds/minutes/Lists.module.css'
import { ProseText } from '#client/kinds/minutes/ProseText.tsx'
import { Things } from '#client/kinds/minutes/Things.tsx'
import { useAgendaOptions } from '#client/kinds/minutes/useAgendaOptions.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { choice, plainText, useAtom } from '#client/sheet/atom.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { steeringSchema } from '#shared/kinds/minutes/special/steering.ts'
import type { EntryOf } from './item.ts'

type Entry<K extends keyof (typeof steeringSchema)['shape']> = EntryOf<typeof steeringSchema, K>

/** Steuerungsgruppe: who sits in it for which institution, and what it advises whom. It binds nobody. */
export function Steering() {
  const w = useWords()
  const { session } = useMinutes()
  const steering = session.handle.record('steering')
  return (
    <>
      <Things
        list={steering.list('members')}
        title={w('steering.members')}
        add={w('steering.addMember')}
        removed={w('steering.removedMember')}
      >
        {entry => <Member entry={entry} />}
      </Things>
      <Things
        list={steering.list('recommendations')}
        title={w('steering.recommendations')}
        add={w('steering.addRecommendation')}
        removed={w('steering.removedRecommendation')}
      >
        {entry => <Recommendation entry={entry} />}
      </Things>
    </>
  )
}

function Member({ entry }: { readonly entry: Entry<'members'> }) {
  const w = useWords()
  const { people } = useMinutes()
  const institution = useAtom(entry, 'institution')
  const person = useAtom(entry, 'person')
  const name = useAtom(entry, 'name')
  return (
    <div className={lists.row}>
      <TextField {...plainText(institution)} label={w('steering.institution')} placeholder="–" />
      <SelectField {...choice(person)} label={w('steering.person')} options={people} none="–" />
      {person.value === null ? (
        <TextField {...plainText(name)} label={w('steering.name')} placeholder="–" />
      ) : null}
    </div>
  )
}

function Recommendation({ entry }: { readonly entry: Entry<'recommendations'> }) {
  const t = useText()
  const w = useWords()
  const addressee = useAtom(entry, 'addressee')
  const agendaItemId = useAtom(entry, 'agendaItemId')
  const items = useAgendaOptions()
  return (
    <div className={lists.row}>
      <TextField
        {...plainText(addressee)}
        className={lists.wide}
        label={w('steering.addressee')}
        placeholder="–"
      />
      <SelectField
        {...choice(agendaItemId)}
        label={w('decision.item')}
        options={items}
        none={t('tasks.itemNone')}
      />
      <div className={lists.prose}>
        <ProseText
          record={entry}
          field="wording"
          label={`${w('steering.wording')}: ${addressee.value}`}
          placeholder={w('decision.adviceNone')}
        />
      </div>
    </div>
  )
}
