import { shortened } from '#client/lib/shortened.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'

/** Longer than this a task's words are cut where a list names it. */
const most = 60

/** Whom or what a finding is about where its place alone does not say it: a person of the attendance, a task. */
export function findingSubject(
  [list, id]: readonly (string | number)[],
  value: Pick<MinutesDraft, 'tasks' | 'attendance'>,
  nameOf: (id: string) => string,
): string | null {
  if (list === 'attendance') {
    const person = value.attendance.find(row => row.id === id)
    return person ? (person.name ?? nameOf(person.id)) : null
  }
  if (list !== 'tasks') return null
  const what = value.tasks.find(task => task.id === id)?.what ?? ''
  return what === '' ? null : shortened(what, most)
}
