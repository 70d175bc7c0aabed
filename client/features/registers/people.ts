import type { Named } from '#shared/kinds/minutes/projections/entry.ts'
import { word } from './words.ts'

/** Somebody as the room calls them; who has left it is said so. */
export const nameOf = ({ name }: Pick<Named, 'name'>): string => name ?? word('formerMember')
