import { useStore } from '#client/lib/store.ts'
import { step } from '#client/sheet/writing.ts'
import { announce } from '#client/ui/announce.ts'
import { fillPress } from '#shared/kinds/pressTemplate/fill.ts'
import s from './Press.module.css'
import { usePress } from './usePress.ts'
import { useDrawn } from './useRelease.ts'
import { useWords } from './words.ts'

/** On an empty sheet: the way to begin with the template of the federation (domain.md 4.2, PV-03). */
export function BeginWithMaster() {
  const t = useWords()
  const { session, readOnly } = usePress()
  const { value, release } = useStore(useDrawn())
  const isEmpty = release.headline === '' && release.length === 0 && value.quotes.length === 0
  if (readOnly || !isEmpty) return null
  const begin = async () => {
    const { pv03 } = await import('#shared/kinds/pressTemplate/masters/pv03.ts')
    const { code = '', version = '' } = pv03.header ?? {}
    step(session, () =>
      fillPress(session.handle, {
        ...pv03,
        header: { basedOn: { documentId: null, code, version }, voucherCopy: true },
      }),
    )
    announce(t('begin.done'))
  }
  return (
    <p className={s.begin}>
      <span className="soft">{t('begin.hint')}</span>{' '}
      <button type="button" className="do" onClick={() => void begin()}>
        {t('begin.word')}
      </button>
    </p>
  )
}
