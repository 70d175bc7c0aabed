import { useThings } from '#client/document/hooks.ts'
import { choice, plainText, useAtom } from '#client/sheet/atom.ts'
import grid from '#client/sheet/FieldGrid.module.css'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { goTo } from '#client/sheet/goTo.ts'
import { addThing, removeThing } from '#client/sheet/things.ts'
import { SelectField } from '#client/ui/fields/SelectField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import type { partnerSchema } from '#shared/kinds/groupRecord/schema.ts'
import s from './GroupRecord.module.css'
import { optionsOf } from './options.ts'
import { Part } from './Part.tsx'
import { useGroup } from './useGroup.ts'
import { useWords } from './words.ts'

/** Who helps the group (domain.md 1.3, Partner); the first contact point is the one that texts name. */
export function Partners() {
  const t = useWords()
  const { session, readOnly } = useGroup()
  const list = session.handle.list('partners')
  const ids = useThings(list)
  const add = () => {
    const isFirst = ids.length === 0
    const id = addThing(session, list, isFirst ? { partnerKind: 'selbsthilfekontaktstelle' } : {})
    goTo(`partners/${id}/name`)
  }
  return (
    <Part name="partners">
      {ids.length === 0 ? <p className="soft">{t('partners.none')}</p> : <Gloss path="partners" />}
      {ids.map((id, index) => {
        const partner = list.get(id)
        return partner ? <Partner key={id} id={id} partner={partner} place={index + 1} /> : null
      })}
      {readOnly ? null : (
        <p className="dos noprint">
          <button type="button" className="do" onClick={add}>
            {t('partners.add')}
          </button>
        </p>
      )}
    </Part>
  )
}

function Partner(props: {
  readonly id: string
  readonly partner: RecordHandle<typeof partnerSchema>
  readonly place: number
}) {
  const t = useWords()
  const { id, partner, place } = props
  const { session, readOnly } = useGroup()
  const name = useAtom(partner, 'name')
  const partnerKind = useAtom(partner, 'partnerKind')
  const contactPerson = useAtom(partner, 'contactPerson')
  const phone = useAtom(partner, 'phone')
  const commitment = useAtom(partner, 'commitment')
  return (
    <div
      role="group"
      aria-label={name.value || t('partners.of', { number: place })}
      className={s.entry}
      data-path={`partners/${id}`}
      tabIndex={-1}
    >
      <div className={grid.grid}>
        <TextField {...plainText(name)} className={grid.half} label={t('partner.name')} placeholder="–" />
        <SelectField
          {...choice(partnerKind)}
          className={grid.half}
          label={t('partner.partnerKind')}
          options={optionsOf('partnerKind')}
          none="–"
        />
        <TextField
          {...plainText(contactPerson)}
          className={grid.all}
          label={t('partner.contactPerson')}
          placeholder="–"
        />
        <TextField {...plainText(phone)} className={grid.half} label={t('partner.phone')} placeholder="–" />
        <SelectField
          {...choice(commitment)}
          className={grid.half}
          label={t('partner.commitment')}
          options={optionsOf('commitment')}
          none="–"
        />
      </div>
      {readOnly ? null : (
        <p className="dos noprint">
          <button
            type="button"
            className="do small lose"
            onClick={() =>
              removeThing(
                session,
                session.handle.list('partners'),
                id,
                t('partners.removed', { name: name.value || t('partners.unnamed') }),
              )
            }
          >
            {t('partners.remove')}
          </button>
        </p>
      )}
    </div>
  )
}
