import * as Y from 'yjs'

type YType = Parameters<Y.Transaction['changed']['get']>[0]

/** Typing on in the same place within this pause, in ms, stays one change for the person. */
export const samePlacePause = 2_000

/**
 * Counts changes as people do: contiguous typing in one place is one, whatever number of updates it makes.
 * Answers 1 when this change begins, 0 when it goes on.
 */
export class ChangeCounter {
  #place: string | null = null
  #at = Number.NEGATIVE_INFINITY

  count(place: string, at: number): 0 | 1 {
    const goesOn = place === this.#place && at - this.#at <= samePlacePause
    this.#place = place
    this.#at = at
    return goesOn ? 0 : 1
  }
}

/** Where a transaction wrote first: the prose as a whole, or one key of one record. */
export function placeOf(transaction: Y.Transaction): string {
  for (const [type, keys] of transaction.changed) {
    const prose = proseAround(type)
    if (prose) return `prose ${idOf(prose)}`
    return `field ${idOf(type)} ${[...keys].find(key => key !== null) ?? ''}`
  }
  return ''
}

const idOf = (type: YType | Y.XmlFragment): string =>
  type._item ? `${type._item.id.client}:${type._item.id.clock}` : 'root'

function proseAround(type: YType): Y.XmlFragment | null {
  let found: Y.XmlFragment | null = null
  let at: unknown = type
  while (at instanceof Y.AbstractType) {
    if (at instanceof Y.XmlFragment) found = at
    at = at._item?.parent ?? null
  }
  return found
}
