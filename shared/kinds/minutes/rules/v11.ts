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
  // of several people of one name the first: a text in which it stands names one of them
  const personOf = new Map<string, string>()
  for (const { id, listing } of value.attendance.filter(isProtected)) {
    const name = nameOf(id) ?? ''
    const shown = listing === 'kuerzel' ? initialsOf(name) : null
    const names = [...calledNames(name), ...(listing === 'ungenannt' ? [initialsOf(name)] : [])]
    for (const called of names)
      if (called !== shown && !open.has(called) && !personOf.has(called)) personOf.set(called, id)
  }
  const search = nameSearch([...personOf.keys()])
  return texts.flatMap(({ path, text }): Finding[] => {
    const named = new Map<string, string>()
    // whoever is called by a part of the name that stands there is named by it, too
    for (const { name } of search(text))
      for (const called of [name, ...calledNames(name)]) {
        const person = personOf.get(called)
        if (person !== undefined && !named.has(person)) named.set(person, called)
      }
    return [...named].map(([person, name]) => ({
      rule: 'V11',
      level: 'warn',
      path: [...path],
      detail: 'protectedNameInText',
      fields: { person, name },
    }))
  })
}
