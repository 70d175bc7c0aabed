import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DocumentCard } from '#shared/api/contract.ts'
import { documentIdSchema, personIdSchema, spaceIdSchema } from '#shared/ids.ts'
import { documentBegun, documentCards, takeDocumentCards } from './documentCards.ts'

const { list, person } = vi.hoisted(() => ({ list: vi.fn(), person: { id: 'u.ma' } }))
vi.mock('#client/lib/rpc.ts', () => ({
  rpc: { documents: { list } },
  asAppError: (error: unknown) => error,
}))
vi.mock('#client/offline/person.ts', () => ({ rememberedPerson: () => person }))

const card = (title: string): DocumentCard => ({
  id: documentIdSchema.parse('c0c0c0c0-2026-4504-8000-000000000c00'),
  kind: 'minutes',
  spaceId: spaceIdSchema.parse('g.aufwind'),
  generation: 1,
  title,
  date: null,
  start: null,
  place: null,
  outline: [],
  changedAt: 1,
  changedBy: null,
})

beforeEach(() => {
  vi.useFakeTimers()
  documentBegun()
  list.mockReset().mockResolvedValue([card('Sitzung')])
  person.id = personIdSchema.parse('u.ma')
})
afterEach(() => void vi.useRealTimers())

it('asks once for all who want to know, and again when the answer is old', async () => {
  const [first, second] = await Promise.all([documentCards(), documentCards()])
  expect(first).toBe(second)
  await documentCards()
  expect(list).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(59_000)
  await documentCards()
  expect(list).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(2_000)
  await documentCards()
  expect(list).toHaveBeenCalledTimes(2)
})
it('takes what the desk has just heard', async () => {
  takeDocumentCards([card('vom Schreibtisch')])
  expect(await documentCards()).toMatchObject([{ title: 'vom Schreibtisch' }])
  expect(list).not.toHaveBeenCalled()
})
it('asks again after something was begun here, also where an answer is under way', async () => {
  await documentCards()
  documentBegun()
  let answer: (cards: DocumentCard[]) => void = () => {}
  list.mockReturnValueOnce(new Promise(resolve => (answer = resolve)))
  const early = documentCards()
  documentBegun()
  answer([card('von vorher')])
  expect(await early).toMatchObject([{ title: 'von vorher' }])
  expect(await documentCards()).toMatchObject([{ title: 'Sitzung' }])
  expect(list).toHaveBeenCalledTimes(3)
})
it('without a connection nobody knows, and the next one asks again', async () => {
  list.mockRejectedValueOnce({ code: 'unavailable' })
  expect(await documentCards()).toBeNull()
  expect(await documentCards()).toMatchObject([{ title: 'Sitzung' }])
})
it('another fault is told', async () => {
  list.mockRejectedValueOnce({ code: 'internal' })
  await expect(documentCards()).rejects.toMatchObject({ code: 'internal' })
})
it('what one person was told is no answer for another', async () => {
  await documentCards()
  person.id = 'u.bernd'
  await documentCards()
  expect(list).toHaveBeenCalledTimes(2)
})
