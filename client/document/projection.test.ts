import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { projectionOf } from './hooks.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A document whose projection is how often something was written; counts how often it is projected. */
function sheet() {
  const doc = new Y.Doc()
  const kind = {
    project: vi.fn((of: Y.Doc) => ({ value: of.getMap('document').get('count') ?? 0, issues: [] })),
  }
  let count = 0
  const write = () => doc.getMap('document').set('count', ++count)
  const readable = projectionOf({ doc, kind })
  kind.project.mockClear()
  return { kind, write, readable }
}

it('is projected once when somebody who types has paused', () => {
  const { kind, write, readable } = sheet()
  const told = vi.fn()
  readable.subscribe(told)
  for (let key = 0; key < 4; key++) {
    write()
    vi.advanceTimersByTime(100)
  }
  expect(kind.project).not.toHaveBeenCalled()
  vi.advanceTimersByTime(20)
  expect(kind.project).toHaveBeenCalledOnce()
  expect(told).toHaveBeenCalledOnce()
  expect(readable.get().value).toBe(4)
})

it('is projected although somebody types on and on', () => {
  const { kind, write, readable } = sheet()
  readable.subscribe(() => undefined)
  for (let key = 0; key < 20; key++) {
    write()
    vi.advanceTimersByTime(100)
  }
  // 2 s of typing, each 600 ms at the latest
  expect(kind.project.mock.calls.length).toBeGreaterThanOrEqual(3)
})

it('is as it is now for whoever asks while nobody listens', () => {
  const { write, readable } = sheet()
  const end = readable.subscribe(() => undefined)
  write()
  end()
  expect(readable.get().value).toBe(1)
  write()
  expect(readable.get().value).toBe(2)
})
