import { describe, expect, it } from 'vitest'
import { chosenContent } from './chosen.ts'

const content = {
  header: { title: 'Nächste' },
  agenda: [
    { id: 'a1', title: 'Formalia' },
    { id: 'a2', title: 'Impulswoche' },
  ],
  decisions: [
    { id: 'd1', agendaItemId: 'a1' },
    { id: 'd2', agendaItemId: 'a2' },
  ],
  tasks: [
    { id: 't1', what: 'Kosten', agendaItemId: 'a2' },
    { id: 't2', what: 'Raum' },
  ],
}

describe('what of the next meeting somebody has left in', () => {
  it('is everything at first', () => expect(chosenContent(content, new Set())).toEqual(content))
  it('loses the motions of an item with it, and no task', () => {
    expect(chosenContent(content, new Set(['a2']))).toEqual({
      ...content,
      agenda: [content.agenda[0]],
      decisions: [content.decisions[0]],
      tasks: [{ id: 't1', what: 'Kosten', agendaItemId: null }, content.tasks[1]],
    })
  })
  it('loses single motions and tasks', () => {
    const { decisions, tasks } = chosenContent(content, new Set(['d1', 't2']))
    expect([decisions?.length, tasks?.length]).toEqual([1, 1])
  })
})
