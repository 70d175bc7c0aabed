import { type TextKey, useText } from '#client/i18n/i18n.ts'
import { Drawer } from '#client/ui/Drawer.tsx'
import s from './KeyOverview.module.css'

type KeyText = TextKey & `keys.${string}`
type Row = { readonly press: readonly string[]; readonly does: KeyText }

/** `Mod`: the command key of this machine; other names are looked up in `keyNames`. */
const groups: readonly { readonly title: KeyText; readonly rows: readonly Row[] }[] = [
  {
    title: 'keys.everywhere',
    rows: [
      { press: ['Mod', 'K'], does: 'keys.palette' },
      { press: ['Mod', 'F'], does: 'keys.find' },
      { press: ['Mod', 'Z'], does: 'keys.undo' },
      { press: ['Mod', 'Y'], does: 'keys.redo' },
      { press: ['Mod', 'A'], does: 'keys.all' },
      { press: ['Mod', 'P'], does: 'keys.print' },
      { press: ['Escape'], does: 'keys.escape' },
      { press: ['?'], does: 'keys.overview' },
    ],
  },
  {
    title: 'keys.inText',
    rows: [
      { press: ['/'], does: 'keys.slash' },
      { press: ['Mod', 'B'], does: 'keys.bold' },
      { press: ['Mod', 'I'], does: 'keys.italic' },
      { press: ['Mod', 'U'], does: 'keys.underline' },
      { press: ['Mod', 'Alt', '2'], does: 'keys.heading' },
      { press: ['Mod', 'Alt', '3'], does: 'keys.smallHeading' },
      { press: ['-', 'Space'], does: 'keys.list' },
      { press: ['Mod', 'Shift', '7'], does: 'keys.numbers' },
      { press: ['Mod', 'Shift', '8'], does: 'keys.points' },
      { press: ['Mod', 'Shift', 'B'], does: 'keys.quote' },
      { press: ['Tab'], does: 'keys.tab' },
      { press: ['Mod', 'Enter'], does: 'keys.tick' },
      { press: ['Shift', 'Enter'], does: 'keys.break' },
      { press: ['Mod', 'Shift', 'V'], does: 'keys.plainPaste' },
      { press: ['↑', '↓', '←', '→'], does: 'keys.walk' },
    ],
  },
  {
    title: 'keys.inFields',
    rows: [
      { press: ['Enter'], does: 'keys.enter' },
      { press: ['Alt', '↑'], does: 'keys.up' },
      { press: ['Alt', '↓'], does: 'keys.down' },
    ],
  },
]

const isApple = (): boolean => /Mac|iPhone|iPad/u.test(navigator.userAgent)

/** All keys of the sheet, as they are called on this machine. */
export function KeyOverview({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const apple = isApple()
  const keyNames: ReadonlyMap<string, string> = new Map([
    ['Mod', apple ? '⌘' : t('keys.control')],
    ['Alt', apple ? '⌥' : 'Alt'],
    ['Shift', apple ? '⇧' : t('keys.shift')],
    ['Space', t('keys.space')],
    ['Escape', 'Esc'],
  ])
  return (
    <Drawer title={t('keys.title')} onClose={onClose}>
      {groups.map(({ title, rows }) => (
        <section key={title} className={s.group}>
          <h3>{t(title)}</h3>
          <dl className={s.keys}>
            {rows.map(({ press, does }) => (
              <div key={does}>
                <dt>
                  {press.map(key => (
                    <kbd key={key}>{keyNames.get(key) ?? key}</kbd>
                  ))}
                </dt>
                <dd>{t(does)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Drawer>
  )
}
