import { useThings } from '#client/document/hooks.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { addThing } from '#client/sheet/things.ts'
import { Part } from './Part.tsx'
import s from './Press.module.css'
import { QuoteRow } from './QuoteRow.tsx'
import { usePress } from './usePress.ts'
import { useWords } from './words.ts'

/** Zitate (domain.md 4.3). */
export function Quotes() {
  const t = useWords()
  const { session, readOnly } = usePress()
  const list = session.handle.list('quotes')
  const ids = useThings(list)
  return (
    <Part name="quotes" quiet={ids.length > 0}>
      {ids.length === 0 ? <p className="soft">{t('quotes.empty')}</p> : null}
      {ids.map((id, index) => {
        const quote = list.get(id)
        return quote ? <QuoteRow key={id} id={id} quote={quote} place={index + 1} count={ids.length} /> : null
      })}
      {ids.length > 0 ? <p className={s.small}>{t('quote.draftNote')}</p> : null}
      {readOnly ? null : (
        <p className="dos noprint">
          <button
            type="button"
            className="do"
            onClick={() => goTo(`quotes/${addThing(session, list, {})}/text`)}
          >
            {t('quotes.add')}
          </button>
        </p>
      )}
    </Part>
  )
}
