import * as Y from 'yjs'
import { writable } from '#client/lib/store.ts'
import type { SharedUndo } from './types.ts'

/** Changes that follow each other within this, in ms, are undone together. */
const captureTimeout = 500

type Range = { readonly clock: number; readonly len: number }

/**
 * The undo stack of one document, over everything below the given root.
 *
 * Invariants:
 * - [SU1] Only changes made here are undone: those of the handle (`origin`), and of the editors, which add their own
 *   origin when they come up.
 * - [SU2] It outlives every editor: `destroy` of the manager does nothing, `end` ends it.
 * - [SU3] Undoing the adding of a thing leaves the thing when somebody else wrote in it meanwhile.
 */
export function sharedUndo(doc: Y.Doc, root: Y.Map<unknown>, origin: unknown): SharedUndo & { end(): void } {
  let undone: ReadonlyMap<number, readonly Range[]> | null = null
  const addedHere = (item: Y.Item) =>
    undone
      ?.get(item.id.client)
      ?.some(range => range.clock <= item.id.clock && item.id.clock < range.clock + range.len)
  const manager = new Y.UndoManager([root], {
    doc,
    captureTimeout,
    trackedOrigins: new Set([origin]),
    captureTransaction: transaction => transaction.meta.get('addToHistory') !== false,
    deleteFilter: item => {
      if (isLineWithText(item)) return false
      // [SU3] the thing, and with it what this change put into it; a value that an undo has brought back since, such
      // as the place in the order before a move, is another item in the same thing
      for (let at: Y.Item | null = item; at; at = parentItem(at)) {
        if (addedHere(at) && hasForeignText(at, doc.clientID)) return false
      }
      return true
    },
  })
  // [SU2] editors destroy the manager they are given
  const end = manager.destroy.bind(manager)
  manager.destroy = () => undefined

  const look = () => ({ canUndo: manager.canUndo(), canRedo: manager.canRedo() })
  const state = writable(look())
  const renew = () => {
    const next = look()
    const known = state.get()
    if (next.canUndo !== known.canUndo || next.canRedo !== known.canRedo) state.set(next)
  }
  manager.on('stack-item-added', renew)
  manager.on('stack-item-popped', renew)
  manager.on('stack-cleared', renew)

  const step = (stack: 'undoStack' | 'redoStack', run: () => unknown) => {
    undone = manager[stack].at(-1)?.insertions.clients ?? null
    manager.stopCapturing()
    try {
      run()
    } finally {
      undone = null
      renew()
    }
  }
  return {
    manager,
    state,
    undo: () => step('undoStack', () => manager.undo()),
    redo: () => step('redoStack', () => manager.redo()),
    end,
  }
}

const parentItem = (item: Y.Item): Y.Item | null =>
  item.parent instanceof Y.AbstractType ? item.parent._item : null

/** Whether text or values by another client stand below this item. */
function hasForeignText(item: Y.Item, self: number): boolean {
  if (!(item.content instanceof Y.ContentType)) return false
  const below: Y.Item[] = []
  const type = item.content.type
  for (let child = type._start; child; child = child.right) below.push(child)
  for (const child of type._map.values()) below.push(child)
  return below.some(child => !child.deleted && (child.id.client !== self || hasForeignText(child, self)))
}

/** As the editor's binding has it: undoing „a new line“ leaves the line where somebody has written in it. */
function isLineWithText(item: Y.Item): boolean {
  const type = item.content instanceof Y.ContentType ? item.content.type : null
  const isLine = type instanceof Y.Text || (type instanceof Y.XmlElement && type.nodeName === 'paragraph')
  return isLine && type._length > 0
}
