import type { ReactNode } from 'react'
import { fold } from '#client/lib/fold.ts'
import { cx } from '#client/ui/cx.ts'
import s from './Registers.module.css'
import { useWords } from './words.ts'

export type Row = {
  readonly id: string
  /** the words by which the row is found */
  readonly words: readonly (string | null | undefined)[]
  /** one per column; the first is the heading of the row */
  readonly cells: readonly ReactNode[]
}

/** Whether all words of the query stand in the row, in any order. */
export const fits = (row: Pick<Row, 'words'>, query: string): boolean => {
  const text = fold(row.words.filter(Boolean).join(' '))
  return fold(query)
    .split(/\s+/)
    .every(word => text.includes(word))
}

/**
 * A plain table; on a phone each row is a small block, its cells under one another. `look`: the shape of its columns.
 */
export function RegisterTable(props: {
  readonly caption: string
  readonly look: string | undefined
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}) {
  const { caption, columns, rows } = props
  return (
    <table className={cx(s.table, props.look)}>
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th key={columns[index]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={columns[index]}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How many rows the filter leaves, said aloud as one types; nothing while nothing is filtered. */
export function Shown(props: { readonly shown: number; readonly total: number; readonly query: string }) {
  const t = useWords()
  const { shown, total, query } = props
  return (
    <p className={cx(s.shown, 'noprint')} role="status">
      {query.trim() === '' ? '' : shown === 0 ? t('noMatch') : t('shown', { shown, total })}
    </p>
  )
}
