import { type TextKey, useText } from '#client/i18n/i18n.ts'
import { Drawer } from '#client/ui/Drawer.tsx'
import s from './KeyOverview.module.css'

const keys: readonly { readonly press: readonly string[]; readonly does: TextKey & `keys.${string}` }[] = [
  { press: ['Strg/⌘', 'Z'], does: 'keys.undo' },
  { press: ['Strg/⌘', 'Y'], does: 'keys.redo' },
  { press: ['Alt', '↑'], does: 'keys.up' },
  { press: ['Alt', '↓'], does: 'keys.down' },
  { press: ['↑', '↓'], does: 'keys.walk' },
  { press: ['Enter'], does: 'keys.enter' },
  { press: ['Esc'], does: 'keys.escape' },
  { press: ['Strg/⌘', 'B'], does: 'keys.bold' },
  { press: ['Strg/⌘', 'I'], does: 'keys.italic' },
  { press: ['Strg/⌘', 'K'], does: 'keys.link' },
  { press: ['?'], does: 'keys.overview' },
]

/** All keys of the sheet. */
export function KeyOverview({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  return (
    <Drawer title={t('keys.title')} onClose={onClose}>
      <dl className={s.keys}>
        {keys.map(({ press, does }) => (
          <div key={does}>
            <dt>
              {press.map(key => (
                <kbd key={key}>{key === 'Strg/⌘' ? t('keys.command') : key}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </Drawer>
  )
}
