import { Tick } from '#client/kinds/minutes/controls.tsx'
import { useDecisionOptions } from '#client/kinds/minutes/decision/useDecisionOptions.ts'
import lists from '#client/kinds/minutes/Lists.module.css'
import { ProseText } from '#client/kinds/minutes/ProseText.tsx'
import { Things } from '#client/kinds/minutes/Things.tsx'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { choice, number, plainText, useAtom } from '#client/sheet/atom.ts'
import { useSpaceDocuments } from '#client/sheet/spaceDocuments.ts'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { assemblySchema } from '#shared/kinds/minutes/special/assembly.ts'
import type { EntryOf } from './item.ts'

type Entry<K extends keyof (typeof assemblySchema)['shape']> = EntryOf<typeof assemblySchema, K>

/** Bundesdelegiertenversammlung: mandates, delegates, interim report, Entlastung. Elections stand with their item. */
export function Assembly() {
  const w = useWords()
  const { session } = useMinutes()
  const assembly = session.handle.record('assembly')
  return (
    <>
      <Things
        list={assembly.list('mandates')}
        title={w('assembly.mandates')}
        add={w('assembly.addMandate')}
        removed={w('assembly.removedMandate')}
      >
        {entry => <Mandate entry={entry} />}
      </Things>
      <Things
        list={assembly.list('delegates')}
        title={w('assembly.delegates')}
        add={w('assembly.addDelegate')}
        removed={w('assembly.removedDelegate')}
      >
        {entry => <Delegate entry={entry} />}
      </Things>
      <InterimReport />
      <Things
        list={assembly.list('discharges')}
        title={w('assembly.discharges')}
        add={w('assembly.addDischarge')}
        removed={w('assembly.removedDischarge')}
      >
        {entry => <Discharge entry={entry} />}
      </Things>
    </>
  )
}

function Mandate({ entry }: { readonly entry: Entry<'mandates'> }) {
  const w = useWords()
  const organisation = useAtom(entry, 'organisation')
  const seats = useAtom(entry, 'seats')
  return (
    <div className={lists.row}>
      <TextField
        {...plainText(organisation)}
        className={lists.wide}
        label={w('assembly.organisation')}
        placeholder="–"
      />
      <NumberField {...number(seats)} label={w('assembly.seats')} placeholder="–" />
    </div>
  )
}

function Delegate({ entry }: { readonly entry: Entry<'delegates'> }) {
  const w = useWords()
  const { people } = useMinutes()
  const person = useAtom(entry, 'person')
  const organisation = useAtom(entry, 'organisation')
  const verified = useAtom(entry, 'verified')
  return (
    <div className={lists.row}>
      <SelectField {...choice(person)} label={w('assembly.delegate')} options={people} none="–" />
      <TextField {...plainText(organisation)} label={w('assembly.organisation')} placeholder="–" />
      <Tick atom={verified} label={w('assembly.verified')} />
    </div>
  )
}

function Discharge({ entry }: { readonly entry: Entry<'discharges'> }) {
  const w = useWords()
  const board = useAtom(entry, 'board')
  const year = useAtom(entry, 'year')
  const decisionId = useAtom(entry, 'decisionId')
  const decisions = useDecisionOptions()
  return (
    <div className={lists.row}>
      <TextField {...plainText(board)} label={w('assembly.board')} placeholder="–" />
      <NumberField {...number(year)} label={w('assembly.year')} placeholder="–" />
      <SelectField
        {...choice(decisionId)}
        label={w('assembly.byDecision')}
        options={decisions}
        none={w('tasks.decisionNone')}
      />
    </div>
  )
}

function InterimReport() {
  const w = useWords()
  const { session, people } = useMinutes()
  const report = session.handle.record('assembly').record('interimReport')
  const docId = useAtom(report, 'docId')
  const presenter = useAtom(report, 'presenter')
  const documents = useSpaceDocuments(session)
  return (
    <div className={lists.group} data-path="assembly/interimReport">
      <h3>{w('assembly.interimReport')}</h3>
      <div className={lists.row}>
        <SelectField
          {...choice(presenter)}
          className={lists.half}
          label={w('assembly.presenter')}
          options={people}
          none="–"
        />
        <SelectField
          {...choice(docId)}
          className={lists.half}
          label={w('attachments.doc')}
          options={documents.map(({ id, title }) => ({ value: id as string, label: title }))}
          none={w('attachments.docNone')}
        />
        <div className={lists.prose}>
          <ProseText
            record={report}
            field="summary"
            label={w('assembly.summary')}
            placeholder={w('assembly.summary')}
          />
        </div>
      </div>
    </div>
  )
}
