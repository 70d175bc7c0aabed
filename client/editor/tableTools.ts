import type { Node } from '@tiptap/pm/model'
import { type Command, Plugin, TextSelection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  fixTables,
  goToNextCell,
  tableEditing,
} from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import type { TableAction } from './tableActions.ts'

const tableCommands = {
  rowBefore: addRowBefore,
  rowAfter: addRowAfter,
  columnBefore: addColumnBefore,
  columnAfter: addColumnAfter,
  deleteRow,
  deleteColumn,
  deleteTable,
} satisfies Record<TableAction, Command>

/**
 * Selecting cells. The library would also make a table rectangular again after any change; with several people each
 * of them would add the missing cells, and the others theirs again. Here that happens only before somebody changes
 * rows or columns; until then a shorter row is shown as it is.
 */
export function tablePlugin(): Plugin {
  const { spec } = tableEditing()
  return new Plugin({
    ...spec,
    appendTransaction: (transactions, _before, state) =>
      spec.appendTransaction?.call(spec, transactions, state, state),
  })
}

/** Runs a command on the table with the caret, which is rectangular then. */
export function runInTable(view: EditorView, name: TableAction): boolean {
  makeRectangular(view)
  return tableCommands[name](view.state, view.dispatch)
}

/** The next cell or the one before; after the last one there is a new row. `false`: the caret is in no table. */
export function goToCell(view: EditorView, direction: 1 | -1): boolean {
  if (goToNextCell(direction)(view.state, view.dispatch)) return true
  if (direction < 0 || !runInTable(view, 'rowAfter')) return isInTable(view)
  return goToNextCell(1)(view.state, view.dispatch)
}

const isInTable = (view: EditorView): boolean => {
  const { $head } = view.state.selection
  for (let depth = $head.depth; depth > 0; depth -= 1)
    if ($head.node(depth).type.name === 'table') return true
  return false
}

function makeRectangular(view: EditorView): void {
  const fixed = fixTables(view.state)
  if (fixed) view.dispatch(fixed)
}

/** A table with a header row, and a line below it to go on writing where there is none. The caret goes into it. */
export function insertTable(view: EditorView, rows = 3, columns = 2): void {
  const { schema, selection, tr } = view.state
  const row = (type: string): Node => {
    const cells = Array.from({ length: columns }, () => schema.nodes[type]?.createAndFill())
    return schema.node(
      'tableRow',
      null,
      cells.filter(cell => cell !== null && cell !== undefined),
    )
  }
  const table = schema.node(
    'table',
    null,
    Array.from({ length: rows }, (_, index) => row(index === 0 ? 'tableHeader' : 'tableCell')),
  )
  const { $from } = selection
  const isEmptyLine = $from.parent.isTextblock && $from.parent.content.size === 0
  const at = isEmptyLine ? $from.before() : $from.after()
  const isLast = $from.after() === $from.end($from.depth - 1)
  const nodes = isLast ? [table, schema.node('paragraph')] : [table]
  tr.replaceWith(at, $from.after(), nodes)
  // within table, row, cell and line
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + 4)))
  view.dispatch(tr.scrollIntoView())
}
