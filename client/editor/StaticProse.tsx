import { Fragment, type ReactNode } from 'react'
import { useText } from '#client/i18n/i18n.ts'
import { type ProseMark, type ProseNode, paragraphTexts } from '#shared/document/prose.ts'
import { FactWord } from './FactWord.tsx'
import { inOrder } from './headings.ts'
import { safeHref } from './links.ts'
import styles from './prose.module.css'

/** Prose as plain page: looks like the editor, runs nothing. What is unknown is shown with its text, marked. */
export function StaticProse({ nodes }: { nodes: readonly ProseNode[] }): ReactNode {
  if (nodes.length === 0) return <p>{emptyLine}</p>
  return inOrder(nodes).map((node, index) => <StaticNode key={index} node={node} />)
}

/** Gives an empty line its height, as the editor does. */
const emptyLine = <br />

function StaticNode({ node }: { node: ProseNode }): ReactNode {
  const children = node.content?.map((child, index) => <StaticNode key={index} node={child} />)
  const line = children && children.length > 0 ? children : emptyLine
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduceRight<ReactNode>(
        (inner, mark) => <StaticMark mark={mark}>{inner}</StaticMark>,
        node.text ?? '',
      )
    case 'paragraph':
      return <p>{line}</p>
    case 'heading':
      return node.attrs?.level === 3 ? <h4>{line}</h4> : <h3>{line}</h3>
    case 'bulletList':
      return <ul>{children}</ul>
    case 'orderedList':
      return <ol start={typeof node.attrs?.start === 'number' ? node.attrs.start : 1}>{children}</ol>
    case 'listItem':
      return <li>{children}</li>
    case 'taskList':
      return <ul data-tasks="">{children}</ul>
    case 'taskItem':
      return <StaticTask node={node}>{children}</StaticTask>
    case 'table':
      return (
        <div className="wide">
          <table>
            <tbody>{children}</tbody>
          </table>
        </div>
      )
    case 'tableRow':
      return <tr>{children}</tr>
    case 'tableHeader':
      return <th {...spans(node)}>{children}</th>
    case 'tableCell':
      return <td {...spans(node)}>{children}</td>
    case 'mergeField':
      return <FactWord name={typeof node.attrs?.name === 'string' ? node.attrs.name : ''} />
    case 'blockquote':
      return <blockquote>{children}</blockquote>
    case 'hardBreak':
      return <br />
    default:
      return (
        <div className={styles.unknown} data-node={node.type}>
          {children}
        </div>
      )
  }
}

/** How many columns and rows a cell spans, where it is more than one. */
function spans({ attrs }: ProseNode): { colSpan?: number; rowSpan?: number } {
  const { colspan, rowspan } = attrs ?? {}
  return {
    ...(typeof colspan === 'number' && colspan > 1 && { colSpan: colspan }),
    ...(typeof rowspan === 'number' && rowspan > 1 && { rowSpan: rowspan }),
  }
}

function StaticTask(props: { readonly node: ProseNode; readonly children: ReactNode }): ReactNode {
  const text = useText()
  const checked = props.node.attrs?.checked === true
  const [words = ''] = paragraphTexts(props.node.content ?? [])
  return (
    <li data-checked={checked}>
      <label>
        <input type="checkbox" checked={checked} disabled aria-label={words || text('editor.task.empty')} />
      </label>
      <div>{props.children}</div>
    </li>
  )
}

function StaticMark({ mark, children }: { mark: ProseMark; children: ReactNode }): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{children}</strong>
    case 'italic':
      return <em>{children}</em>
    case 'underline':
      return <u>{children}</u>
    case 'link': {
      const href = safeHref(mark.attrs?.href)
      return href ? (
        <a href={href} rel="noopener noreferrer" target="_blank">
          {children}
        </a>
      ) : (
        <Fragment>{children}</Fragment>
      )
    }
    default:
      return (
        <span className={styles.unknown} data-mark={mark.type}>
          {children}
        </span>
      )
  }
}
