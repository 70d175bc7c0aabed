import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { PersonMark } from '#client/ui/PersonMark.tsx'
import { doingWords } from './doingWords.ts'
import s from './Margin.module.css'
import { othersHere } from './othersHere.ts'
import { useSheet } from './sheetContext.ts'

/** „Gerade hier“: who has this sheet open, and where they are. */
export function HereList() {
  const t = useText()
  const { session, placeWord } = useSheet()
  const others = othersHere(useStore(session.presence))
  return (
    <section className={s.part}>
      <h2>{t('here.title')}</h2>
      {others.length === 0 ? (
        <p className="soft">{t('here.alone')}</p>
      ) : (
        <ul className={s.people}>
          {others.map(({ person, place, isSelf }) => (
            <li key={`${person.id}${isSelf ? '/other' : ''}`}>
              <PersonMark name={person.name} tone={person.tone} />
              <span>
                {person.name} <small>{isSelf ? t('here.otherDevice') : doingWords(place, placeWord)}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
