import { type KeyboardEvent, useMemo } from 'react'
import { Link } from 'wouter'
import { useContainers, useField, useThings } from '#client/document/hooks.ts'
import { useStore } from '#client/lib/store.ts'
import { choice, moment, plainText, useAtom } from '#client/sheet/atom.ts'
import grid from '#client/sheet/FieldGrid.module.css'
import { findingsOf } from '#client/sheet/findingsByPath.ts'
import { goTo } from '#client/sheet/goTo.ts'
import type { GroupRecordSession } from '#client/sheet/groupFacts.ts'
import { type AnySheet, SheetProvider, typedSheet, useSheet } from '#client/sheet/sheetContext.ts'
import { addThing } from '#client/sheet/things.ts'
import { writeDrafts } from '#client/ui/fields/drafts.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { TimeField } from '#client/ui/fields/TimeField.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { DocumentId } from '#shared/ids.ts'
import {
  type groupRecordDraftSchema,
  opennessSchema,
  type partnerSchema,
  type slotSchema,
  weekdaySchema,
} from '#shared/kinds/groupRecord/schema.ts'
import { weekdayName } from '#shared/rules/germanForms.ts'
import { shownFact } from '#shared/rules/mergeFields.ts'
import s from './StarterKit.module.css'
import { useWords } from './words.ts'

const useRecord = typedSheet<typeof groupRecordDraftSchema>()

/** The facts that stand on most sheets, written from here into the group record. */
export function LidFacts({ id, session }: { readonly id: DocumentId; readonly session: GroupRecordSession }) {
  const around = useSheet()
  const readOnly = useStore(session.access) === 'read'
  const findings = useMemo(() => findingsOf(session, () => []), [session])
  const sheet = useMemo<AnySheet>(
    () => ({ ...around, session, readOnly, findings }),
    [around, session, readOnly, findings],
  )
  useContainers(session.handle)
  // what is written here belongs to the record, and so does what is taken back
  const undo = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
    event.preventDefault()
    event.nativeEvent.stopImmediatePropagation()
    if (readOnly) return
    writeDrafts()
    if (key === 'y' || event.shiftKey) session.undo.redo()
    else session.undo.undo()
  }
  return (
    <SheetProvider value={sheet}>
      <div className={s.facts} role="presentation" onKeyDown={undo}>
        <Facts />
      </div>
      <p className={`${s.under} noprint`}>
        <Link href={`/blatt/${id}`} className="do small">
          <AllFacts />
        </Link>
        <Kept session={session} />
      </p>
    </SheetProvider>
  )
}

function AllFacts() {
  const t = useWords()
  return t('lid.all')
}

function Facts() {
  const t = useWords()
  const { session } = useRecord()
  const { handle } = session
  const name = useAtom(handle.record('group'), 'name')
  const openness = useAtom(handle.record('group'), 'openness')
  const phone = useAtom(handle.record('contact'), 'phone')
  const slots = handle.list('slots')
  const ids = useThings(slots)
  const first = ids.flatMap(id => slots.get(id) ?? []).find(one => one.get('state') === 'aktiv')
  const partners = handle.list('partners')
  const partnerIds = useThings(partners)
  const contactPoint = partnerIds
    .flatMap(id => partners.get(id) ?? [])
    .find(one => one.get('partnerKind') === 'selbsthilfekontaktstelle' && one.get('commitment') !== 'beendet')
  return (
    <div className={grid.grid}>
      <TextField {...plainText(name)} className={grid.half} label={t('lid.name')} placeholder="–" />
      <SelectField
        {...choice(openness)}
        className={grid.half}
        label={t('lid.openness')}
        options={opennessSchema.options.map(value => ({
          value,
          label: shownFact({ 'gruppe.zugang': value }, 'gruppe.zugang') ?? value,
        }))}
        none="–"
      />
      {first ? (
        <Slot slot={first} />
      ) : (
        <Missing label={t('lid.addSlot')} add={() => goTo(`slots/${addThing(session, slots, {})}/weekday`)} />
      )}
      <TextField {...plainText(phone)} className={grid.half} label={t('lid.phone')} placeholder="–" />
      {contactPoint ? (
        <ContactPoint partner={contactPoint} />
      ) : (
        <Missing
          label={t('lid.addContactPoint')}
          add={() => {
            const init = { partnerKind: 'selbsthilfekontaktstelle' } as const
            goTo(`partners/${addThing(session, partners, init)}/name`)
          }}
        />
      )}
    </div>
  )
}

function Slot({ slot }: { readonly slot: RecordHandle<typeof slotSchema> }) {
  const t = useWords()
  useField(slot, 'state')
  const weekday = useAtom(slot, 'weekday')
  const from = useAtom(slot, 'from')
  const to = useAtom(slot, 'to')
  const place = slot.record('place')
  const name = useAtom(place, 'name')
  const withPreposition = useAtom(place, 'withPreposition')
  return (
    <>
      <SelectField
        {...choice(weekday)}
        className={grid.half}
        label={t('lid.weekday')}
        options={weekdaySchema.options.map(value => ({ value, label: weekdayName(value) }))}
        none="–"
      />
      <div className={`${grid.span} ${grid.half}`}>
        <TimeField {...moment(from)} label={t('lid.from')} placeholder="–" />
        <span aria-hidden="true">–</span>
        <TimeField {...moment(to)} label={t('lid.to')} placeholder="–" />
      </div>
      <TextField
        {...plainText(name)}
        className={grid.half}
        label={t('lid.place')}
        placeholder={t('lid.placeNone')}
      />
      <TextField
        {...plainText(withPreposition)}
        className={grid.half}
        label={t('lid.inSentence')}
        placeholder={t('lid.inSentenceNone')}
      />
    </>
  )
}

function ContactPoint({ partner }: { readonly partner: RecordHandle<typeof partnerSchema> }) {
  const t = useWords()
  const name = useAtom(partner, 'name')
  return (
    <TextField
      {...plainText(name)}
      className={grid.half}
      label={t('lid.contactPoint')}
      placeholder={t('lid.contactPointNone')}
    />
  )
}

function Missing({ label, add }: { readonly label: string; readonly add: () => void }) {
  const { readOnly } = useRecord()
  if (readOnly) return null
  return (
    <p className={`${grid.half} noprint`}>
      <button type="button" className="do" onClick={add}>
        {label}
      </button>
    </p>
  )
}

/** Where the facts are that were written here; the badge above speaks of the kit only. */
function Kept({ session }: { readonly session: GroupRecordSession }) {
  const t = useWords()
  const save = useStore(session.save)
  const words = () => {
    switch (save.state) {
      case 'unsaved':
      case 'onlyOnline':
        return t('lid.unsaved', { count: save.changes })
      case 'onDevice':
        return t('lid.onDevice', { count: save.changes })
      case 'saved':
        return t('lid.saved')
    }
  }
  return <span data-save={save.state}>{words()}</span>
}
