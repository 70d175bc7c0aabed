import { plainDay } from '#client/i18n/format.ts'
import { ownWords } from '#client/i18n/ownWords.ts'
import type { Programme, RoleAssignment } from '#shared/programmes/schema.ts'
import { word } from './words.ts'

/** Roles by their ids, as the programmes of the federation call them. */
export function roleTitle(programmes: readonly Programme[], id: string): string {
  const role = programmes.flatMap(({ roles }) => roles).find(own => own.id === id)
  return role ? ownWords(role.title) : word('roleUnknown', { role: id })
}

/** „Multiplikationsperson seit 1. Januar 2025“ */
export function roleLine(title: string, { from, to }: RoleAssignment, today: string): string {
  const start = plainDay(from)
  if (to !== null) return word('span', { role: title, from: start, to: plainDay(to) })
  return from > today
    ? word('from', { role: title, from: start })
    : word('since', { role: title, from: start })
}
