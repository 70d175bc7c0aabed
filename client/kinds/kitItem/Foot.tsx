import { useFactSource } from '#client/editor/factSource.ts'
import { useStore } from '#client/lib/store.ts'
import { FactText } from '#client/sheet/FactText.tsx'
import s from './KitItem.module.css'
import { useWords } from './words.ts'

/** Whose sheet it is: every one says when and where the group meets and who answers for it (domain.md 5.5). */
export function Foot() {
  const t = useWords()
  const facts = useStore(useFactSource())
  const { 'visdp.name': name, 'visdp.anschrift': address } = facts
  return (
    <section className={s.foot} aria-label={t('foot.label')} lang="de">
      <p>
        <b>
          <FactText text="{{gruppe.name}}" />
        </b>
        <br />
        <FactText text="{{gruppe.treffen}}, {{gruppe.ort.mitPraeposition}}" />
        {' · '}
        <span className={s.phone}>
          <FactText text="Telefon {{gruppe.kontakt.telefon}}" />
        </span>
      </p>
      {name && address ? <p>{t('foot.responsible', { name, address })}</p> : null}
    </section>
  )
}
