import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { calledNames } from '#shared/rules/names.ts'
import { replaceNames } from '#shared/rules/replaceNames.ts'
import { itemOf, meetingOf } from './common.ts'
import type { EarlyWarningEntry } from './entry.ts'

/** Frühwarnsignale of items and of visits (domain.md 2.5), without the names that the minutes themselves know. */
export function earlyWarningEntries(value: MinutesDraft): EarlyWarningEntry[] {
  // „Gerd T., Ansprechperson der Gruppe“: what comes behind the name is no name
  const [welcomedBy = ''] = value.visit.welcomedBy.split(/[,(]/)
  const known = [...value.attendance.flatMap(({ name }) => name ?? []), welcomedBy]
  const meeting = meetingOf(value)
  const ofItems = value.agenda.flatMap(({ id, earlyWarnings }) =>
    earlyWarnings.map(
      (own): EarlyWarningEntry => ({
        register: 'earlyWarning',
        path: `agenda/${id}/earlyWarnings/${own.id}`,
        meeting,
        signal: withoutNames(own.signal, known),
        item: itemOf(value, id),
        consent: isVisitOf(value) ? value.visit.groupConsent : null,
        isVisit: isVisitOf(value),
      }),
    ),
  )
  const ofVisit = !isVisitOf(value)
    ? []
    : value.visit.earlyWarnings.map(
        (own): EarlyWarningEntry => ({
          register: 'earlyWarning',
          path: `visit/earlyWarnings/${own.id}`,
          meeting,
          signal: withoutNames(own.signal, known),
          item: null,
          consent: value.visit.groupConsent,
          isVisit: true,
        }),
      )
  return [...ofItems, ...ofVisit].filter(({ signal }) => signal !== '')
}

const isVisitOf = ({ header }: MinutesDraft): boolean => header.meetingKind === 'gruppenbesuch'

/** „…“ in the place of every name, whole or in part: what leaves the minutes speaks of no person. */
export const withoutNames = (text: string, names: readonly string[]): string =>
  replaceNames(new Map(names.flatMap(calledNames).map(name => [name, '…'])))(text)
