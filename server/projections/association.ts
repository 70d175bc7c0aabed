import type { Programmes } from '#shared/programmes/schema.ts'
import { isSameGroup } from '#shared/rules/homeGroup.ts'

type Part = {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly parentId: string | null
}

/** Where a report goes to that counts: Land or Bund (domain.md 1.4). */
const associations = ['stateAssociation', 'federation'] as const
const usualWords = ['Landesverband', 'Bundesverband']

/**
 * Whether words name an association above a space: one of its names or ids, or the word for such a level, as the
 * federation calls it.
 */
export function associationOf(
  spaceId: string,
  parts: ReadonlyMap<string, Part>,
  levelLabels: Programmes['levelLabels'],
): (to: string) => boolean {
  const above: Part[] = []
  for (let at = parts.get(spaceId); at; at = at.parentId === null ? undefined : parts.get(at.parentId)) {
    if (at.id !== spaceId && associations.some(level => level === at?.level)) above.push(at)
    if (above.length > parts.size) break
  }
  const words = [
    ...usualWords,
    ...associations.flatMap(level => {
      const label = levelLabels[level]
      return label === undefined ? [] : typeof label === 'string' ? [label] : [label.de, label.en]
    }),
  ].map(word => word.toLowerCase())
  return to =>
    above.some(({ id, name }) => to.trim() === id || isSameGroup(name, to)) ||
    words.some(word => wordsOf(to).includes(word))
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []
