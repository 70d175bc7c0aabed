import { plainDay } from '#client/i18n/format.ts'
import type { KindView } from '#client/sheet/kindView.ts'
import type { PressDraft, pressTemplateDraftSchema } from '#shared/kinds/pressTemplate/schema.ts'
import { PressSheet } from './PressSheet.tsx'
import { readablePress } from './readable.ts'
import { word } from './words.ts'

export const view: KindView<typeof pressTemplateDraftSchema> = {
  Sheet: PressSheet,
  title: ({ header, text }) => header.title || text.headline,
  state: stateOf,
  readable: readablePress,
}

function stateOf({ header, embargo }: PressDraft): string {
  const { version } = header
  if (header.form === 'vorlage') return version === '' ? '' : word('state.template', { version })
  if (embargo.until !== null) return word('state.embargo', { day: plainDay(embargo.until.slice(0, 10)) })
  if (version === '') return ''
  return word(version.startsWith('0') ? 'state.draft' : 'state.release', { version })
}
