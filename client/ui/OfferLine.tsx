import { useEffect } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { useStore } from '#client/lib/store.ts'
import s from './OfferLine.module.css'
import { offered } from './offer.ts'

/** The offer stays this long (ms), much longer than a slow reader needs; undo works afterwards too. */
const stays = 20_000

/** The way back, at the foot of the page: „TOP 3 entfernt. Zurückholen“. */
export function OfferLine() {
  const t = useText()
  const offer = useStore(offered)
  useEffect(() => {
    if (!offer || ('stays' in offer && offer.stays)) return
    const timer = window.setTimeout(() => offered.set(null), stays)
    return () => window.clearTimeout(timer)
  }, [offer])
  return (
    <div className={s.place} role="status">
      {offer ? (
        <p className={s.line}>
          <span>{offer.says}</span>
          {'run' in offer ? (
            <button
              type="button"
              className="do"
              onClick={() => {
                offer.run()
                offered.set(null)
              }}
            >
              {offer.does}
            </button>
          ) : null}
          <button type="button" className="do soft" onClick={() => offered.set(null)}>
            {t('offer.close')}
          </button>
        </p>
      ) : null}
    </div>
  )
}
