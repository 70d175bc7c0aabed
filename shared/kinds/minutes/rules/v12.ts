import type { Finding } from '#shared/kinds/minutes/finding.ts'
import { traitsOf } from '#shared/kinds/minutes/meetingKinds.ts'
import { calledNames, nameSearch } from '#shared/rules/names.ts'
import type { RuleInput } from './input.ts'

/**
 * V12: of a naloxone event only counts are kept – no attendance row, and no name of a member in the text but of those
 * who ran it. Of a group visit only the visitors are listed: the people of the group are a number. Names that the
 * space does not know cannot be found in the text.
 */
export function v12(input: RuleInput): Finding[] {
  const { value } = input
  switch (traitsOf(value.header.meetingKind).attendance) {
    case 'counts':
      return [...rows('rowInCountsOnly', () => true), ...namesInText(input)]
    case 'visitors':
      return rows('participantInVisit', id => !value.visit.visitors.includes(id))
    default:
      return []
  }

  function rows(
    detail: 'rowInCountsOnly' | 'participantInVisit',
    isFound: (id: string) => boolean,
  ): Finding[] {
    return value.attendance
      .filter(({ id }) => isFound(id))
      .map(({ id }) => ({
        rule: 'V12',
        level: 'error',
        path: ['attendance', id],
        detail,
        fields: { person: id },
      }))
  }
}

function namesInText({
  value: { header, naloxonePeer, attendance },
  texts,
  members,
  nameOf,
}: RuleInput): Finding[] {
  const staff = [...naloxonePeer.trainers, ...header.minuteTakers, header.chair, header.timeKeeper]
  const allowed = new Set([
    ...staff.flatMap(id => calledNames((id === null ? undefined : nameOf(id)) ?? '')),
    ...calledNames(naloxonePeer.medicalPerson),
  ])
  const people = [
    ...members.map(({ displayName }) => displayName),
    ...attendance.map(({ id }) => nameOf(id) ?? ''),
  ]
  const search = nameSearch(people.flatMap(calledNames).filter(name => !allowed.has(name)))
  return texts.flatMap(({ path, text }): Finding[] => {
    const [first] = search(text)
    if (!first) return []
    const fields = { name: first.name }
    return [{ rule: 'V12', level: 'error', path: [...path], detail: 'nameInCountsOnly', fields }]
  })
}
