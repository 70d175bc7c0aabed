import type { Finding } from '#shared/kinds/minutes/finding.ts'
import { calledNames, nameSearch } from '#shared/rules/names.ts'
import { healthWordIn } from './healthWords.ts'
import type { RuleInput } from './input.ts'

/**
 * V18: a word about somebody's health in the sentence in which a person is named: „gehört das ins Protokoll?“.
 * Names of the attendance list and of the people of the space are known, no others; one note per place.
 */
export function v18({ value, members, nameOf, texts }: RuleInput): Finding[] {
  const people = [
    ...members.map(({ displayName }) => displayName),
    ...value.attendance.map(({ id }) => nameOf(id) ?? ''),
  ]
  const search = nameSearch(people.flatMap(calledNames))
  return texts.flatMap(({ path, text }): Finding[] => {
    for (const sentence of sentencesOf(text)) {
      const word = healthWordIn(sentence)
      if (word === null) continue
      const [first] = search(sentence)
      if (!first) continue
      const fields = { name: first.name, word }
      return [{ rule: 'V18', level: 'hint', path: [...path], detail: 'healthWordNearName', fields }]
    }
    return []
  })
}

/**
 * A sentence ends with . ! ? or at the end of a paragraph. Not after a single letter („Karin M. war …“), a title
 * („Dr. Rabenau“) or a number of one or two digits („am 4. Mai“): there the sentence goes on. Each step is
 * bounded, so that no text, however odd, takes longer per letter than another.
 */
const sentenceEnd =
  /(?<!(?:^|[^\p{L}\p{N}])(?:\p{L}|\p{N}{1,2}|Dr|Prof|bzw|usw|ca|Nr|Abs))[.!?…]{1,3}[“”"»)]{0,3}\s+|\n+/u
const sentencesOf = (text: string): string[] => text.split(sentenceEnd)
