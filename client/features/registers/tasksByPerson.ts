import type { RegisteredTask } from '#shared/api/registers.ts'

export type PersonTasks = {
  /** `null`: nobody is named */
  readonly id: string | null
  readonly name: string
  readonly tasks: readonly RegisteredTask[]
  readonly overdue: number
}

/**
 * Tasks by person: who has overdue ones first, then by name; those that name nobody last. A task of two stands with
 * both.
 */
export function byPerson(
  tasks: readonly RegisteredTask[],
  nameOf: (person: RegisteredTask['who'][number]) => string,
  nobody: string,
): PersonTasks[] {
  const people = new Map<string | null, { name: string; tasks: RegisteredTask[] }>()
  for (const task of tasks) {
    const who =
      task.who.length > 0
        ? task.who.map(one => ({ id: one.id, name: nameOf(one) }))
        : [{ id: null, name: nobody }]
    for (const { id, name } of who) {
      const own = people.get(id) ?? { name, tasks: [] }
      people.set(id, own)
      own.tasks.push(task)
    }
  }
  return [...people]
    .map(([id, { name, tasks: own }]) => ({
      id,
      name,
      tasks: own,
      overdue: own.filter(({ isOverdue }) => isOverdue).length,
    }))
    .sort(
      (a, b) =>
        Number(a.id === null) - Number(b.id === null) ||
        Number(b.overdue > 0) - Number(a.overdue > 0) ||
        a.name.localeCompare(b.name, 'de'),
    )
}
