import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fillMinutes } from '#shared/kinds/minutes/fill.ts'
import { minutes } from '#shared/kinds/minutes/schema.ts'
import { findingSubject } from './findingSubject.ts'

describe('whom or what a finding is about', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, minutes.seed)
  fillMinutes(minutes.open(doc), {
    attendance: [
      { id: 'u.ma', status: 'anwesend', voting: 'stimmberechtigt' },
      { id: 'guest', name: 'Annegret Sommerlatte', status: 'gast', voting: 'ohne' },
    ],
    tasks: [
      { id: 't1', what: 'Raum in der Alten Färberei für den 24. September anfragen und die Schlüssel holen' },
      { id: 't2', what: '' },
    ],
  })
  const { value } = minutes.project(doc)
  const of = (...path: string[]) =>
    findingSubject(path, value, id => (id === 'u.ma' ? 'Marlies Achterberg' : id))

  it('is a person of the attendance, a guest by the name that stands there', () => {
    expect(of('attendance', 'u.ma', 'intervals')).toBe('Marlies Achterberg')
    expect(of('attendance', 'guest', 'status')).toBe('Annegret Sommerlatte')
  })

  it('is a task by its words, shortened', () => {
    expect(of('tasks', 't1', 'due')).toBe('Raum in der Alten Färberei für den 24. September anfragen un …')
    expect(of('tasks', 't2', 'what')).toBeNull()
  })

  it('is nothing where the place says it, or is gone', () => {
    for (const path of [
      ['agenda', 'top1'],
      ['tasks', 'gone'],
      ['attendance', 'gone'],
    ])
      expect(of(...path)).toBeNull()
  })
})
