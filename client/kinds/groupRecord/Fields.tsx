import { choice, moment, number, plainText, useAtom } from '#client/sheet/atom.ts'
import grid from '#client/sheet/FieldGrid.module.css'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { NumberField } from '#client/ui/fields/NumberField.tsx'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import s from './GroupRecord.module.css'
import { optionsOf } from './options.ts'
import { Part } from './Part.tsx'
import { useGroup } from './useGroup.ts'
import { useWords } from './words.ts'
import { yesNo } from './yesNo.ts'

/** What the group is (domain.md 1.3). Members are a number, never a list. */
export function Group() {
  const t = useWords()
  const { session } = useGroup()
  const group = session.handle.record('group')
  const shortName = useAtom(group, 'shortName')
  const phase = useAtom(group, 'phase')
  const openness = useAtom(group, 'openness')
  const admissionNote = useAtom(group, 'admissionNote')
  const audience = useAtom(group, 'audience')
  const developmentStage = useAtom(group, 'developmentStage')
  const foundedOn = useAtom(group, 'foundedOn')
  const firstMeetingOn = useAtom(group, 'firstMeetingOn')
  const founderCount = useAtom(group, 'founderCount')
  const activeMembers = useAtom(group, 'activeMembers')
  const partnerGroup = useAtom(group, 'partnerGroup')
  return (
    <Part name="group">
      <Gloss path="group/name" />
      <div className={grid.grid}>
        <TextField
          {...plainText(shortName)}
          className={grid.half}
          label={t('group.shortName')}
          placeholder="–"
        />
        <SelectField
          {...choice(phase)}
          className={grid.half}
          label={t('group.phase')}
          options={optionsOf('phase')}
          none="–"
        />
        <SelectField
          {...choice(openness)}
          className={grid.half}
          label={t('group.openness')}
          options={optionsOf('openness')}
          none="–"
        />
        <TextField
          {...plainText(admissionNote)}
          className={grid.half}
          label={t('group.admissionNote')}
          placeholder={t('group.admissionNone')}
        />
        <Gloss path="group/admissionNote" />
        <SelectField
          {...choice(audience)}
          className={grid.all}
          label={t('group.audience')}
          options={optionsOf('audience')}
          none="–"
        />
        <Orientation />
        <SelectField
          {...choice(developmentStage)}
          className={grid.all}
          label={t('group.developmentStage')}
          options={optionsOf('developmentStage')}
          none="–"
        />
        <DateField
          {...moment(foundedOn)}
          className={grid.half}
          label={t('group.foundedOn')}
          placeholder="–"
        />
        <DateField
          {...moment(firstMeetingOn)}
          className={grid.half}
          label={t('group.firstMeetingOn')}
          placeholder="–"
        />
        <Gloss path="group/firstMeetingOn" />
        <NumberField
          {...number(founderCount)}
          className={grid.half}
          label={t('group.founderCount')}
          placeholder="–"
        />
        <NumberField
          {...number(activeMembers)}
          className={grid.half}
          label={t('group.activeMembers')}
          placeholder="–"
        />
        <p className={`${s.small} ${grid.all} noprint`}>{t('group.numbersHint')}</p>
        <Gloss path="group/founderCount" />
        <Gloss path="group/activeMembers" />
        <TextField
          {...plainText(partnerGroup)}
          className={grid.all}
          label={t('group.partnerGroup')}
          placeholder="–"
        />
      </div>
    </Part>
  )
}

function Orientation() {
  const t = useWords()
  const { session, readOnly } = useGroup()
  const orientation = useAtom(session.handle.record('group'), 'orientation')
  return (
    <fieldset className={`${grid.ticks} ${grid.all}`}>
      <legend className={grid.label}>{t('group.orientation')}</legend>
      <div>
        {optionsOf('orientation').map(({ value, label }) => (
          <label key={value} className={grid.tick}>
            <input
              type="checkbox"
              data-path={`${orientation.path}/${value}`}
              checked={orientation.value.includes(value)}
              disabled={readOnly}
              onChange={event =>
                orientation.set(
                  event.currentTarget.checked
                    ? [...orientation.value, value]
                    : orientation.value.filter(other => other !== value),
                )
              }
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The group's own number and address, never a private one. */
export function Contact() {
  const t = useWords()
  const { session } = useGroup()
  const contact = session.handle.record('contact')
  const phone = useAtom(contact, 'phone')
  const email = useAtom(contact, 'email')
  return (
    <Part name="contact">
      <div className={grid.grid}>
        <TextField {...plainText(phone)} className={grid.half} label={t('contact.phone')} placeholder="–" />
        <TextField {...plainText(email)} className={grid.half} label={t('contact.email')} placeholder="–" />
        <Gloss path="contact/phone" />
      </div>
    </Part>
  )
}

export function Affiliation() {
  const t = useWords()
  const { session } = useGroup()
  const affiliation = session.handle.record('affiliation')
  const region = useAtom(affiliation, 'region')
  const stateAssociation = useAtom(affiliation, 'stateAssociation')
  const federation = useAtom(affiliation, 'federation')
  return (
    <Part name="affiliation">
      <div className={grid.grid}>
        <TextField
          {...plainText(region)}
          className={grid.all}
          label={t('affiliation.region')}
          placeholder="–"
        />
        <TextField
          {...plainText(stateAssociation)}
          className={grid.all}
          label={t('affiliation.stateAssociation')}
          placeholder="–"
        />
        <TextField
          {...plainText(federation)}
          className={grid.all}
          label={t('affiliation.federation')}
          placeholder="–"
        />
      </div>
    </Part>
  )
}

/** V. i. S. d. P. */
export function Responsible() {
  const t = useWords()
  const { session } = useGroup()
  const responsible = session.handle.record('responsible')
  const name = useAtom(responsible, 'name')
  const address = useAtom(responsible, 'address')
  return (
    <Part name="responsible">
      <div className={grid.grid}>
        <TextField {...plainText(name)} className={grid.half} label={t('responsible.name')} placeholder="–" />
        <TextField
          {...plainText(address)}
          className={grid.half}
          label={t('responsible.address')}
          placeholder="–"
        />
        <Gloss path="responsible/name" />
        <Gloss path="responsible/address" />
      </div>
    </Part>
  )
}

/** What funders ask for (domain.md 3.5). */
export function Funding() {
  const t = useWords()
  const { session } = useGroup()
  const funding = session.handle.record('funding')
  const note = useAtom(funding, 'note')
  const foundingMeetingMinuted = useAtom(funding, 'foundingMeetingMinuted')
  const publiclyAnnounced = useAtom(funding, 'publiclyAnnounced')
  const ownAccount = useAtom(funding, 'ownAccount')
  const professionalLead = useAtom(funding, 'professionalLead')
  const options = optionsOf('yesNo')
  return (
    <Part name="funding">
      <div className={grid.grid}>
        <TextField {...plainText(note)} className={grid.all} label={t('funding.note')} placeholder="–" />
        <SelectField
          {...yesNo(foundingMeetingMinuted)}
          className={grid.half}
          label={t('funding.foundingMeetingMinuted')}
          options={options}
          none="–"
        />
        <SelectField
          {...yesNo(publiclyAnnounced)}
          className={grid.half}
          label={t('funding.publiclyAnnounced')}
          options={options}
          none="–"
        />
        <SelectField
          {...yesNo(ownAccount)}
          className={grid.half}
          label={t('funding.ownAccount')}
          options={options}
          none="–"
        />
        <SelectField
          {...yesNo(professionalLead)}
          className={grid.half}
          label={t('funding.professionalLead')}
          options={options}
          none="–"
        />
      </div>
    </Part>
  )
}
