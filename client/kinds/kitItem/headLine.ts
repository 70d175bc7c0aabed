import { plainDay } from '#client/i18n/format.ts'
import { isAdapted } from '#shared/kinds/kitItem/rules.ts'
import type { KitItemDraft } from '#shared/kinds/kitItem/schema.ts'
import { word } from './words.ts'

/** „Starterpaket … · Fassung 1.0 · Stand …“ as the federation wrote it, „Auf Grundlage von …“ once it is the group's own. */
export function headLine(value: KitItemDraft): string {
  const { version, basedOn, asOf: day } = value.header
  const asOf = day === null ? word('line.noDay') : plainDay(day)
  if (basedOn === null) return word('line.own', { version, asOf })
  return isAdapted(value)
    ? word('line.adapted', { item: basedOn.item, version: basedOn.version, asOf })
    : word('line.original', { version: basedOn.version, asOf })
}

/** The title; with its code as long as it is the federation's own text. */
export function heading(value: KitItemDraft): string {
  const { code, title, basedOn } = value.header
  const own = title || word('title.none')
  return basedOn !== null && isAdapted(value) ? own : `${code} ${own}`.trim()
}

/** What the top line says of it. */
export function itemState(value: KitItemDraft): string {
  const { basedOn } = value.header
  if (basedOn === null) return ''
  const { item, version } = basedOn
  return word(isAdapted(value) ? 'state.adapted' : 'state.original', { item, version })
}
