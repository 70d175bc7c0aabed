import type { Finding } from '#shared/kinds/minutes/finding.ts'
import { calledNames, initialsOf, nameSearch } from '#shared/rules/names.ts'
import type { RuleInput } from './input.ts'

/**
 * V11: whoever is listed as `ungenannt` or by initials is not named in running text. Initials may stand there for
 * somebody listed by initials. A name that somebody listed openly has, too, says nothing of the other.
 */
export function v11({ value, nameOf, texts }: RuleInput): Finding[] {
  const isProtected = ({ listing }: { listing: string }) => listing === 'ungenannt' || listing === 'kuerzel'
  const open = new Set(
    value.attendance.filter(row => !isProtected(row)).flatMap(({ id }) => calledNames(nameOf(id) ?? '')),
  )
  const searches = value.attendance.filter(isProtected).flatMap(({ id, listing }) => {
    const name = nameOf(id) ?? ''
    const names = [...calledNames(name), ...(listing === 'ungenannt' ? [initialsOf(name)] : [])]
    const shown = listing === 'kuerzel' ? initialsOf(name) : null
    return [{ id, search: nameSearch(names.filter(own => own !== shown && !open.has(own))) }]
  })
  return texts.flatMap(({ path, text }) =>
    searches.flatMap(({ id, search }): Finding[] => {
      const [first] = search(text)
      if (!first) return []
      const fields = { person: id, name: first.name }
      return [{ rule: 'V11', level: 'warn', path: [...path], detail: 'protectedNameInText', fields }]
    }),
  )
}
