import { minutes } from './minutes/schema.ts'

/** All kinds of documents by name. */
export const kinds = { minutes } as const
export type KindName = keyof typeof kinds
