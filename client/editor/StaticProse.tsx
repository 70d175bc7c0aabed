import { Fragment, type ReactNode } from 'react'
import type { ProseMark, ProseNode } from '#shared/document/prose.ts'
import { safeHref } from './links.ts'
import styles from './prose.module.css'

/** Prose as plain page: looks like the editor, runs nothing. What is unknown is shown with its text, marked. */
export function StaticProse({ nodes }: { nodes: readonly ProseNode[] }): ReactNode {
  if (nodes.length === 0) return <p>{emptyLine}</p>
  return nodes.map((node, index) => <StaticNode key={index} node={node} />)
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
