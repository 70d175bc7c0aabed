import type { ProseMark, ProseNode } from '#shared/document/prose.ts'
import { type Facts, shownFact } from '#shared/rules/mergeFields.ts'
import { inOrder } from './headings.ts'
import { safeHref } from './links.ts'

/**
 * Prose as HTML, for the clipboard: tags and texts only. With facts a merge field says its fact to other programs, and
 * its name to this one.
 */
export const proseHtml = (nodes: readonly ProseNode[], facts: Facts | null = null): string =>
  inOrder(nodes)
    .map(node => html(node, facts))
    .join('')

function html(node: ProseNode, facts: Facts | null): string {
  const inside = (): string => (node.content ?? []).map(child => html(child, facts)).join('')
  const { attrs } = node
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduceRight(marked, escapeHtml(node.text ?? ''))
    case 'hardBreak':
      return '<br>'
    case 'mergeField': {
      const name = typeof attrs?.name === 'string' ? attrs.name : ''
      const shown = (facts && shownFact(facts, name)) ?? `{{${name}}}`
      return `<span data-merge-field="${escapeHtml(name)}">${escapeHtml(shown)}</span>`
    }
    case 'heading':
      return attrs?.level === 3 ? `<h4>${inside()}</h4>` : `<h3>${inside()}</h3>`
    case 'bulletList':
      return `<ul>${inside()}</ul>`
    case 'orderedList':
      return typeof attrs?.start === 'number' && attrs.start !== 1
        ? `<ol start="${attrs.start}">${inside()}</ol>`
        : `<ol>${inside()}</ol>`
    case 'listItem':
      return `<li>${inside()}</li>`
    case 'taskList':
      return `<ul data-tasks>${inside()}</ul>`
    case 'taskItem':
      return `<li data-checked="${attrs?.checked === true}">${inside()}</li>`
    case 'blockquote':
      return `<blockquote>${inside()}</blockquote>`
    case 'table':
      return `<table><tbody>${inside()}</tbody></table>`
    case 'tableRow':
      return `<tr>${inside()}</tr>`
    case 'tableHeader':
      return `<th${span('colspan', attrs)}${span('rowspan', attrs)}>${inside()}</th>`
    case 'tableCell':
      return `<td${span('colspan', attrs)}${span('rowspan', attrs)}>${inside()}</td>`
    default:
      return `<p>${inside()}</p>`
  }
}

const span = (name: string, attrs: Record<string, unknown> | undefined): string => {
  const value = attrs?.[name]
  return typeof value === 'number' && value > 1 ? ` ${name}="${value}"` : ''
}

function marked(inside: string, { type, attrs }: ProseMark): string {
  if (type === 'bold') return `<strong>${inside}</strong>`
  if (type === 'italic') return `<em>${inside}</em>`
  if (type === 'underline') return `<u>${inside}</u>`
  const href = type === 'link' ? safeHref(attrs?.href) : null
  return href === null ? inside : `<a href="${escapeHtml(href)}">${inside}</a>`
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
