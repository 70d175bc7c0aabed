import type { ProseNode } from './prose.ts'
import { inlineNodes } from './proseMaking.ts'

type LineForm = 'bullet' | 'ordered' | 'task' | 'row' | 'heading' | 'paragraph'
type Line = { readonly form: LineForm; readonly words: string }

/** In the order in which a line is tried. */
const forms: readonly (readonly [LineForm, RegExp])[] = [
  ['bullet', /^- (.*)$/u],
  ['ordered', /^\d+\. (.*)$/u],
  ['task', /^\[ \] (.*)$/u],
  ['row', /^\|(.*)\|$/u],
  ['heading', /^### (.*)$/u],
]

/**
 * The small notation in which masters are written: a plain line is a paragraph; lines that follow each other with
 * `- x` are a bullet list, `1. x`, `2. x` an ordered list, `[ ] x` a task list, `| a | b |` the rows of a table, the
 * first of them its header; `### x` is a heading of level 3; `**x**` is bold, `{{name}}` a merge field.
 */
export function nodesFromLines(lines: readonly string[]): ProseNode[] {
  const nodes: ProseNode[] = []
  let at = 0
  while (at < lines.length) {
    const first = lineOf(lines[at] ?? '', 1)
    const block = [first.words]
    if (first.form !== 'paragraph' && first.form !== 'heading') {
      for (let next = at + 1; next < lines.length; next += 1) {
        const line = lineOf(lines[next] ?? '', block.length + 1)
        if (line.form !== first.form) break
        block.push(line.words)
      }
    }
    nodes.push(blockOf(first.form, block))
    at += block.length
  }
  return nodes
}

/** „14. März 2026“ is a date: an ordered list begins with 1 and goes on by one. */
function lineOf(line: string, number: number): Line {
  for (const [form, pattern] of forms) {
    const words = pattern.exec(line)?.[1]
    if (words === undefined || (form === 'ordered' && Number.parseInt(line, 10) !== number)) continue
    return { form, words }
  }
  return { form: 'paragraph', words: line }
}

function blockOf(form: LineForm, lines: readonly string[]): ProseNode {
  switch (form) {
    case 'bullet':
      return { type: 'bulletList', content: lines.map(words => item('listItem', words)) }
    case 'ordered':
      return { type: 'orderedList', content: lines.map(words => item('listItem', words)) }
    case 'task':
      return {
        type: 'taskList',
        content: lines.map(words => ({ ...item('taskItem', words), attrs: { checked: false } })),
      }
    case 'row':
      return table(lines)
    case 'heading':
      return { type: 'heading', attrs: { level: 3 }, ...inline(lines.join('')) }
    default:
      return paragraph(lines.join(''))
  }
}

const item = (type: string, words: string): ProseNode => ({ type, content: [paragraph(words)] })
const paragraph = (words: string): ProseNode => ({ type: 'paragraph', ...inline(words) })

/** Rows that are too short are filled up with empty cells. */
function table(rows: readonly string[]): ProseNode {
  const cells = rows.map(row => row.split('|').map(cell => cell.trim()))
  const width = Math.max(...cells.map(row => row.length))
  return {
    type: 'table',
    content: cells.map((row, index) => ({
      type: 'tableRow',
      content: Array.from({ length: width }, (_, column) => ({
        type: index === 0 ? 'tableHeader' : 'tableCell',
        content: [paragraph(row[column] ?? '')],
      })),
    })),
  }
}

const bold = /\*\*(.+?)\*\*/u

function inline(words: string): { content?: ProseNode[] } {
  const content = words
    .split(bold)
    // between the stars stands every second part
    .flatMap((part, index) => inlineNodes(part, index % 2 === 1 ? [{ type: 'bold' }] : []))
  return content.length > 0 ? { content } : {}
}
