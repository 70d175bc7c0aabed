import { useText } from '#client/i18n/i18n.ts'
import { choice, moment, optionalText, people, plainText, useAtom } from '#client/sheet/atom.ts'
import { FactsChoice } from '#client/sheet/FactsFrom.tsx'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { PeopleField } from '#client/ui/fields/PeopleField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import { TimeField } from '#client/ui/fields/TimeField.tsx'
import { Breaks } from './Breaks.tsx'
import { Tick } from './controls.tsx'
import { Formalia } from './Formalia.tsx'
import s from './HeaderForm.module.css'
import { NextMeeting } from './NextMeeting.tsx'
import { optionsOf } from './options.ts'
import { PreviousMinutes } from './PreviousMinutes.tsx'
import { useMinutes } from './useMinutes.ts'
import { useTraits } from './useTraits.ts'
import { useWords } from './words.ts'

/** Kopfdaten (domain.md 2.2): every field in its place on the sheet, written where it stands. */
export function HeaderForm() {
  const t = useText()
  const w = useWords()
  const { votes } = useTraits()
  const { session, people: options } = useMinutes()
  const header = session.handle.record('header')
  const number = useAtom(header, 'number')
  const confidentiality = useAtom(header, 'confidentiality')
  const start = useAtom(header, 'start')
  const end = useAtom(header, 'end')
  const date = useAtom(header, 'date')
  const place = useAtom(header, 'place')
  const chair = useAtom(header, 'chair')
  const minuteTakers = useAtom(header, 'minuteTakers')
  const timeKeeper = useAtom(header, 'timeKeeper')
  const speakerListKeeper = useAtom(header, 'speakerListKeeper')
  const format = useAtom(header, 'format')
  const meetingKind = useAtom(header, 'meetingKind')
  const remote = useAtom(header, 'remoteAccessOnInvitation')
  const invitedOn = useAtom(header, 'invitedOn')
  const agendaSentOn = useAtom(header, 'agendaSentOn')
  const protocolType = useAtom(header, 'protocolType')
  const orgId = useAtom(header, 'orgId')
  const groupRecordId = useAtom(session.handle, 'groupRecordId')
  const objectionsUntil = useAtom(header, 'objectionsUntil')
  const organisations = [{ value: session.space.id as string, label: session.space.name }]

  return (
    <section className={s.form} aria-label={t('header.title')}>
      <TextField {...plainText(number)} label={t('header.number')} placeholder="–" />
      <DateField {...moment(date)} label={t('header.date')} />
      <div className={s.span}>
        <TimeField {...moment(start)} label={t('header.start')} placeholder={t('header.open')} />
        <span aria-hidden="true">–</span>
        <TimeField {...moment(end)} label={t('header.end')} placeholder={t('header.open')} />
      </div>
      <TextField {...optionalText(place)} className={s.wide} label={t('header.place')} placeholder="–" />
      <SelectField {...choice(format)} label={t('header.format')} options={optionsOf('format')} none="–" />
      <Gloss path="header/date" />
      <Gloss path="header/start" />
      <Gloss path="header/end" />
      <SelectField {...choice(chair)} label={t('header.chair')} options={options} none="–" />
      <PeopleField {...people(minuteTakers)} label={t('header.minuteTakers')} options={options} none="–" />
      <SelectField {...choice(timeKeeper)} label={t('header.timeKeeper')} options={options} none="–" />
      <Gloss path="header/chair" />
      <Gloss path="header/minuteTakers" />
      <SelectField
        {...choice(speakerListKeeper)}
        label={t('header.speakerListKeeper')}
        options={options}
        none="–"
      />
      <DateField {...moment(invitedOn)} label={t('header.invitedOn')} />
      <DateField {...moment(agendaSentOn)} label={t('header.agendaSentOn')} />
      <SelectField
        {...choice(confidentiality)}
        label={t('header.confidentiality')}
        options={optionsOf('confidentiality')}
        none="–"
      />
      <SelectField
        {...choice(protocolType)}
        label={t('header.protocolType')}
        options={optionsOf('protocolType')}
        none="–"
      />
      <PreviousMinutes />
      <SelectField
        {...choice(meetingKind)}
        label={t('header.meetingKind')}
        options={optionsOf('meetingKind')}
        none="–"
      />
      <Breaks />
      <DateField {...moment(objectionsUntil)} label={t('header.objectionsUntil')} placeholder="–" />
      <Gloss path="header/objectionsUntil" />
      <SelectField
        {...choice(orgId)}
        className={s.all}
        label={t('header.orgId')}
        options={organisations}
        none="–"
      />
      <NextMeeting />
      <Gloss path="header/nextMeeting" />
      <FactsChoice className={s.all} groupRecordId={groupRecordId} />
      {format.value === 'hybrid' || format.value === 'online' ? (
        <div className={s.all}>
          <Tick atom={remote} label={w('header.remoteAccess')} />
          <Gloss path={remote.path} />
        </div>
      ) : null}
      {votes === 'none' ? null : <Formalia />}
    </section>
  )
}
