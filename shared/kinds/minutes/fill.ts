import type { z } from 'zod'
import type { MinutesHandle, minutesDraftSchema } from './schema.ts'

type Input = z.input<typeof minutesDraftSchema>

/** Minutes as plain values: what somebody has prepared before the sheet is opened. Lists stand in order. */
export type MinutesContent = {
  readonly [K in 'header' | 'formalia' | 'quorum']?: Partial<Input[K]>
} & {
  readonly [K in 'attendance' | 'agenda' | 'tasks']?: Input[K]
}

/**
 * Writes prepared content into minutes in one transaction. Entries that are there already stay as they are.
 * Throws `badInput` for values that break the schema.
 */
export function fillMinutes(handle: MinutesHandle, content: MinutesContent): void {
  handle.transact(() => {
    handle.record('header').assign(content.header ?? {})
    handle.record('formalia').assign(content.formalia ?? {})
    handle.record('quorum').assign(content.quorum ?? {})
    for (const { id, ...row } of content.attendance ?? []) handle.list('attendance').add(id, row)
    for (const { id, ...item } of content.agenda ?? []) handle.list('agenda').add(id, item)
    for (const { id, ...task } of content.tasks ?? []) handle.list('tasks').add(id, task)
  })
}
