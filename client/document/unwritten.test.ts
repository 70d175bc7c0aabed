import { expect, it } from 'vitest'
import { Unwritten } from './unwritten.ts'

it('writes what fields still hold once, also where a write tells that it is done', () => {
  const unwritten = new Unwritten()
  const written: string[] = []
  const hold = (path: string) =>
    unwritten.hold(path, () => {
      written.push(path)
      unwritten.hold(path, null)
    })
  hold('agenda/top1/body')
  hold('agenda/top2/body')
  hold('agenda/top1/body')
  unwritten.hold('agenda/top2/body', null)
  expect(unwritten.isEmpty).toBe(false)
  unwritten.writeAll()
  unwritten.writeAll()
  expect(written).toEqual(['agenda/top1/body'])
  expect(unwritten.isEmpty).toBe(true)
})
