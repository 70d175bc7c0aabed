import type { z } from 'zod'
import type { ItemOf } from '#shared/document/fields.ts'
import type { RecordHandle } from '#shared/document/handle.ts'

/** The handle on an entry of a list of a record. */
export type EntryOf<O extends z.ZodObject, K extends keyof O['shape']> = RecordHandle<ItemOf<O['shape'][K]>>
