import { Node } from '@tiptap/core'
import { armForTables, tableTools } from './tables.ts'

/**
 * Tables as prosemirror-tables understands them (`tableRole`), without widths, colours or alignment. What one does in
 * them is in `tableTools.ts` and comes only when a text holds a table.
 */
const cellAttributes = () => ({
  colspan: { default: 1, parseHTML: span('colspan'), renderHTML: shown('colspan') },
  rowspan: { default: 1, parseHTML: span('rowspan'), renderHTML: shown('rowspan') },
  // no width is ever written here; a table that somebody else's program gave one keeps it
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})

/** More than this no honest table spans; a larger number would be filled with as many cells. */
const largestSpan = 50

const span = (name: string) => (element: HTMLElement) => {
  const number = Number(element.getAttribute(name) ?? 1)
  return Number.isInteger(number) && number > 0 ? Math.min(number, largestSpan) : 1
}
const shown = (name: string) => (attributes: Record<string, unknown>) =>
  attributes[name] === 1 ? {} : { [name]: attributes[name] }

/** Gives the schema the roles that prosemirror-tables looks for. */
const withRole = (role: string) => ({ tableRole: role })

export const ProseTable = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: extension => {
    const role = roles.get(extension.name)
    return role === undefined ? {} : withRole(role)
  },
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  addKeyboardShortcuts() {
    const go = (direction: 1 | -1) => () => {
      if (!this.editor.isActive('table')) return false
      // until the tools are here the key waits with them: it must not leave the text
      tableTools()?.goToCell(this.editor.view, direction)
      return true
    }
    return { Tab: go(1), 'Shift-Tab': go(-1) }
  },
  addNodeView() {
    return ({ editor }) => {
      void armForTables(editor)
      const dom = document.createElement('div')
      const table = document.createElement('table')
      const contentDOM = document.createElement('tbody')
      dom.className = 'wide'
      table.append(contentDOM)
      dom.append(table)
      return { dom, contentDOM }
    }
  },
})

export const ProseTableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

export const ProseTableCell = Node.create({
  name: 'tableCell',
  content: 'block+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})

export const ProseTableHeader = Node.create({
  name: 'tableHeader',
  content: 'block+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})

const roles: ReadonlyMap<string, string> = new Map([
  ['table', 'table'],
  ['tableRow', 'row'],
  ['tableCell', 'cell'],
  ['tableHeader', 'header_cell'],
])
