import type { MinutesDraft, Task } from '#shared/kinds/minutes/schema.ts'
import { itemOf, meetingOf, namedIn } from './common.ts'
import type { Placed, TaskEntry } from './entry.ts'

/** Every task of the minutes, done ones as well: a task that was carried over is done where it went. */
export const taskEntries = (value: MinutesDraft): TaskEntry[] =>
  value.tasks.map(task => ({
    register: 'task',
    path: `tasks/${task.id}`,
    meeting: meetingOf(value),
    id: task.id,
    what: task.what,
    who: task.who.map(id => namedIn(value, id)),
    due: task.due,
    state: task.state,
    item: itemOf(value, task.agendaItemId),
    carriedFrom: task.carriedFrom ?? null,
  }))

export type OpenTask = Placed<TaskEntry> & {
  readonly isOverdue: boolean
  /** from how many earlier meetings it was carried over */
  readonly carried: number
}

/**
 * What is still to be done on this day, the longest overdue first (domain.md 2.5). A task that was carried over stands
 * there once, as the latest minutes have it.
 */
export function openTasks(entries: readonly Placed<TaskEntry>[], today: string): OpenTask[] {
  const byName = new Map(entries.map(entry => [nameOf(entry), entry]))
  const replaced = new Set(entries.flatMap(({ carriedFrom }) => carriedFrom ?? []))
  return entries
    .filter(entry => isOpen(entry.state) && !replaced.has(nameOf(entry)))
    .map(entry => ({
      ...entry,
      isOverdue: entry.due !== null && entry.due < today,
      carried: timesCarried(entry, byName),
    }))
    .sort((a, b) => (a.due ?? never).localeCompare(b.due ?? never) || a.what.localeCompare(b.what, 'de'))
}

/** later than any day that somebody enters */
const never = '9999-12-31'
const nameOf = ({ documentId, id }: Placed<TaskEntry>): string => `${documentId}/${id}`
const isOpen = (state: Task['state']): boolean =>
  state === 'offen' || state === 'in_arbeit' || state === 'verschoben'

function timesCarried(entry: Placed<TaskEntry>, byName: ReadonlyMap<string, Placed<TaskEntry>>): number {
  const seen = new Set([nameOf(entry)])
  for (let from = entry.carriedFrom; from !== null && !seen.has(from); ) {
    seen.add(from)
    from = byName.get(from)?.carriedFrom ?? null
  }
  return seen.size - 1
}
