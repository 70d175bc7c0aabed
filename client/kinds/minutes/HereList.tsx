import { useMemo, useSyncExternalStore } from 'react'
import { projectionOf } from '#client/document/hooks.ts'
import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import { PersonMark } from '#client/ui/PersonMark.tsx'
import s from './Margin.module.css'
import { othersHere } from './othersHere.ts'
import { doingWords } from './placeWords.ts'
import { useSheet } from './sheetContext.ts'

/** „Gerade hier“: who has this sheet open, and where they are. */
export function HereList() {
  const t = useText()
  const { session } = useSheet()
  const others = othersHere(useStore(session.presence))
  const projection = useMemo(() => projectionOf(session), [session])
  const agenda = useSyncExternalStore(projection.subscribe, () => projection.get().value.agenda)
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
                {person.name} <small>{isSelf ? t('here.otherDevice') : doingWords(place, agenda)}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
