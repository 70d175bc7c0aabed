import type { MinutesContent } from '#shared/kinds/minutes/fill.ts'

/** The prepared content without what somebody has taken out, by id; motions go with their item, tasks stay without it. */
export function chosenContent(content: MinutesContent, out: ReadonlySet<string>): MinutesContent {
  const { agenda = [], decisions = [], tasks = [] } = content
  const isOut = (id: string | null | undefined) => typeof id === 'string' && out.has(id)
  return {
    ...content,
    agenda: agenda.filter(({ id }) => !isOut(id)),
    decisions: decisions.filter(({ id, agendaItemId }) => !isOut(id) && !isOut(agendaItemId)),
    tasks: tasks
      .filter(({ id }) => !isOut(id))
      .map(task => (isOut(task.agendaItemId) ? { ...task, agendaItemId: null } : task)),
  }
}
