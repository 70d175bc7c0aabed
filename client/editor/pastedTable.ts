import type { ProseNode } from '#shared/document/prose.ts'
import type { HtmlChild, HtmlElement } from './htmlTree.ts'

/** More cells than this are a spreadsheet: their words come as lines. */
const maxCells = 1_500
/** More than this no cell spans that somebody reads. */
const maxSpan = 50

type Cell = {
  readonly type: string
  readonly colspan: number
  readonly rowspan: number
  readonly content: ProseNode[]
}

/** A pasted table, rectangular; one that only arranges things (a single cell or column) is what stands in it. */
export function cleanTable(
  table: HtmlElement,
  blocks: (content: readonly HtmlChild[]) => ProseNode[],
): ProseNode[] {
  // a caption, and what stands between the rows
  const beside = blocks(besideCells(table))
  const rows = rowsOf(table).map(row =>
    row.children
      .filter(child => typeof child !== 'string')
      .filter(({ name }) => name === 'td' || name === 'th')
      .map((cell): Cell => {
        const content = blocks(cell.children)
        return {
          type: cell.name === 'th' || row.name === 'thead' ? 'tableHeader' : 'tableCell',
          colspan: spanOf(cell, 'colspan'),
          rowspan: spanOf(cell, 'rowspan'),
          content: content.length > 0 ? content : [{ type: 'paragraph' }],
        }
      }),
  )
  const filled = rows.filter(row => row.length > 0)
  const cells = filled.flat()
  const arranges = table.attributes.get('role') === 'presentation' || filled.every(row => row.length === 1)
  // a table in a cell is no table of prose either: its words are lines of the cell
  const nests = cells.some(cell => cell.content.some(({ type }) => type === 'table'))
  if (arranges || nests) return [...beside, ...cells.flatMap(cell => withoutEmpty(cell.content))]
  if (cells.length > maxCells) {
    return [...beside, ...filled.map(row => ({ type: 'paragraph', content: inTabs(row) }))]
  }
  const made = rectangular(filled)
  return made.length > 0 ? [...beside, { type: 'table', content: made }] : beside
}

const withoutEmpty = (content: readonly ProseNode[]): ProseNode[] =>
  content.filter(node => node.type !== 'paragraph' || node.content !== undefined)

const parts = new Set(['thead', 'tbody', 'tfoot', 'tr', 'colgroup'])

function besideCells(element: HtmlElement): HtmlChild[] {
  return element.children.flatMap(child => {
    if (typeof child === 'string') return child.trim() === '' ? [] : [child]
    if (parts.has(child.name)) return besideCells(child)
    return child.name === 'td' || child.name === 'th' ? [] : [child]
  })
}

/** The rows of this table, not of one within it. */
function rowsOf(element: HtmlElement): HtmlElement[] {
  return element.children.flatMap(child => {
    if (typeof child === 'string' || !parts.has(child.name)) return []
    return child.name === 'tr' ? [child] : rowsOf(child)
  })
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number(cell.attributes.get(name) ?? 1)
  return Number.isInteger(span) && span > 1 ? Math.min(span, maxSpan) : 1
}

const inTabs = (row: readonly Cell[]): ProseNode[] =>
  row.flatMap((cell, index) => [
    ...(index > 0 ? [{ type: 'text', text: '\t' }] : []),
    ...cell.content.flatMap(({ content = [] }) => content.filter(({ type }) => type === 'text')),
  ])

/** Every row gets as many columns as the widest; rows that a cell above reaches into count it. */
function rectangular(rows: readonly (readonly Cell[])[]): ProseNode[] {
  /** how many more rows each column is covered from above */
  const covered: number[] = []
  const widths = rows.map(row => {
    const before = covered.map(Boolean)
    let column = 0
    const next = covered.map(rest => Math.max(0, rest - 1))
    for (const cell of row) {
      while (before[column]) column += 1
      for (let part = 0; part < cell.colspan; part += 1) next[column + part] = cell.rowspan - 1
      column += cell.colspan
    }
    while (before[column]) column += 1
    covered.splice(0, covered.length, ...Array.from(next, rest => rest ?? 0))
    return Math.max(column, before.lastIndexOf(true) + 1)
  })
  const width = Math.max(...widths)
  return rows.map((row, index) => ({
    type: 'tableRow',
    content: [
      ...row.map(({ type, colspan, rowspan, content }) => ({
        type,
        attrs: { colspan, rowspan: Math.min(rowspan, rows.length - index) },
        content,
      })),
      ...Array.from({ length: width - (widths[index] ?? width) }, () => ({
        type: 'tableCell',
        content: [{ type: 'paragraph' }],
      })),
    ],
  }))
}
