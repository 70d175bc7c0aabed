import { plainDay } from '#client/i18n/format.ts'
import { chooseLanguage, currentLanguage, text } from '#client/i18n/i18n.ts'
import type { KindLabel } from '#client/sheet/kindView.ts'
import { chooseTheme } from '#client/ui/theme.ts'

/** Something one can go to or do. */
export type Entry = {
  readonly id: string
  readonly group: 'sections' | 'documents' | 'actions'
  readonly label: string
  readonly note: string
  readonly run: () => void
}

/** A document that lies on the desk or on this device. */
export type KnownDocument = {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly date: string | null
  readonly note: string
}

/** What only a sheet has. */
export type SheetActions = { readonly find: () => void; readonly keys: () => void }

export const documentEntries = (
  documents: readonly KnownDocument[],
  kinds: ReadonlyMap<string, KindLabel>,
  go: (path: string) => void,
): readonly Entry[] =>
  documents.map(({ id, title, kind, date, note }) => ({
    id: `document-${id}`,
    group: 'documents',
    label: title || text('sheet.untitled'),
    note: [kinds.get(kind)?.[currentLanguage()].one, date === null ? '' : plainDay(date), note]
      .filter(Boolean)
      .join(' · '),
    run: () => go(`/blatt/${id}`),
  }))

/** The parts of the sheet that is open, as its headings name them. */
export function sectionEntries(sheet: ParentNode): readonly Entry[] {
  return [...sheet.querySelectorAll<HTMLElement>('[id][aria-labelledby]')].flatMap(section => {
    const heading = document.getElementById(section.getAttribute('aria-labelledby') ?? '')
    if (!heading || !/^H[1-3]$/u.test(heading.tagName)) return []
    const named = heading.cloneNode(true)
    if (!(named instanceof HTMLElement)) return []
    for (const hidden of named.querySelectorAll('[aria-hidden="true"], button')) hidden.remove()
    const label = (named.textContent ?? '').replace(/\s+/gu, ' ').trim()
    if (label === '') return []
    return [
      {
        id: `section-${section.id}`,
        group: 'sections' as const,
        label,
        note: '',
        run: () => {
          section.scrollIntoView({ block: 'start' })
          if (section.tabIndex < 0) section.tabIndex = -1
          section.focus({ preventScroll: true })
        },
      },
    ]
  })
}

/** What a sheet itself offers to add, by its own words. */
export const offeredEntries = (sheet: ParentNode): readonly Entry[] =>
  [...sheet.querySelectorAll<HTMLButtonElement>('button[data-palette]:not(:disabled)')].map(
    (button, index) => ({
      id: `offer-${index}`,
      group: 'actions',
      label: (button.textContent ?? '').trim(),
      note: '',
      run: () => button.click(),
    }),
  )

export function actionEntries(given: {
  readonly sheet: SheetActions | null
  readonly kinds: ReadonlyMap<string, KindLabel>
  readonly begin: (kind: string) => void
  readonly go: (path: string) => void
}): readonly Entry[] {
  const action = (id: string, label: string, run: () => void, note = ''): Entry => ({
    id: `action-${id}`,
    group: 'actions',
    label,
    note,
    run,
  })
  const language = currentLanguage()
  const { sheet, kinds, begin, go } = given
  return [
    ...(sheet
      ? [
          action('find', text('find.title'), sheet.find),
          action('keys', text('keys.title'), sheet.keys),
          action('print', text('palette.print'), () => window.print()),
        ]
      : []),
    ...[...kinds].flatMap(([kind, label]) => {
      const words = label[language].begin
      return words ? [action(`new-${kind}`, words.word, () => begin(kind), text('palette.new'))] : []
    }),
    action('desk', text('palette.desk'), () => go('/')),
    ...(['light', 'dark', 'system'] as const).map(theme =>
      action(`theme-${theme}`, text(`settings.${theme}`), () => chooseTheme(theme), text('settings.theme')),
    ),
    language === 'de'
      ? action('english', 'English', () => void chooseLanguage('en'), text('settings.language'))
      : action('german', 'Deutsch', () => void chooseLanguage('de'), text('settings.language')),
  ]
}
