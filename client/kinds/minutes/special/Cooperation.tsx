import lists from '#client/kinds/minutes/Lists.module.css'
import { optionsOf } from '#client/kinds/minutes/options.ts'
import { ProseText } from '#client/kinds/minutes/ProseText.tsx'
import { Things } from '#client/kinds/minutes/Things.tsx'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { choice, moment, number, plainText, useAtom } from '#client/sheet/atom.ts'
import g from '#client/sheet/FieldGrid.module.css'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { cooperationSchema } from '#shared/kinds/minutes/special/cooperation.ts'
import type { EntryOf } from './item.ts'

type Entry<K extends keyof (typeof cooperationSchema)['shape']> = EntryOf<typeof cooperationSchema, K>

/** Kooperationstreffen, Facharbeitskreis, Fachveranstaltung: who sat at the table, what was agreed, what goes back. */
export function Cooperation() {
  const w = useWords()
  const { session } = useMinutes()
  const cooperation = session.handle.record('cooperation')
  const theme = useAtom(cooperation, 'theme')
  const participantCount = useAtom(cooperation, 'participantCount')
  return (
    <>
      <div className={g.grid}>
        <TextField {...plainText(theme)} className={g.wide} label={w('gathering.theme')} placeholder="–" />
        <NumberField {...number(participantCount)} label={w('counts.participants')} placeholder="–" />
      </div>
      <Things
        list={cooperation.list('partners')}
        title={w('cooperation.partners')}
        add={w('cooperation.addPartner')}
        removed={w('cooperation.removedPartner')}
      >
        {entry => <Partner entry={entry} />}
      </Things>
      <Things
        list={cooperation.list('agreements')}
        title={w('cooperation.agreements')}
        add={w('cooperation.addAgreement')}
        removed={w('cooperation.removedAgreement')}
      >
        {entry => <Agreement entry={entry} />}
      </Things>
      <div className={lists.group}>
        <h3>{w('cooperation.feedback')}</h3>
        <div className={lists.prose}>
          <ProseText
            record={cooperation}
            field="feedback"
            label={w('cooperation.feedback')}
            placeholder={w('cooperation.feedbackNone')}
          />
        </div>
      </div>
    </>
  )
}

function Partner({ entry }: { readonly entry: Entry<'partners'> }) {
  const w = useWords()
  const name = useAtom(entry, 'name')
  const contactFunction = useAtom(entry, 'contactFunction')
  const commitment = useAtom(entry, 'commitment')
  return (
    <div className={lists.row}>
      <TextField {...plainText(name)} label={w('cooperation.partner')} placeholder="–" />
      <TextField {...plainText(contactFunction)} label={w('cooperation.contactFunction')} placeholder="–" />
      <SelectField
        {...choice(commitment)}
        label={w('cooperation.commitment')}
        options={optionsOf('commitment')}
        none="–"
      />
    </div>
  )
}

function Agreement({ entry }: { readonly entry: Entry<'agreements'> }) {
  const w = useWords()
  const partners = useAtom(entry, 'partners')
  const validUntil = useAtom(entry, 'validUntil')
  return (
    <div className={lists.row}>
      <TextField
        {...plainText(partners)}
        className={lists.wide}
        label={w('cooperation.agreedWith')}
        placeholder="–"
      />
      <DateField {...moment(validUntil)} label={w('cooperation.validUntil')} placeholder="–" />
      <div className={lists.prose}>
        <ProseText
          record={entry}
          field="wording"
          label={`${w('cooperation.agreement')}: ${partners.value}`}
          placeholder={w('cooperation.agreement')}
        />
      </div>
    </div>
  )
}
