/** One field or one text of a document as a person reads it. */
export type Piece = {
  /** where it stands in the document, e.g. `agenda/top3/body` */
  readonly path: string
  /** what a reader calls it; `null` where it needs no name */
  readonly label: string | null
  readonly paragraphs: readonly string[]
}
export type Section = { readonly title: string; readonly pieces: readonly Piece[] }

/** What one text has and another has not. `now`: what stands there in the other instead, if anything. */
export type Difference = {
  readonly section: string
  readonly piece: Piece
  readonly now: readonly string[]
}

/**
 * The pieces of `mine` that are not in `present` word by word; of a text with several paragraphs only the paragraphs
 * that are missing there, wherever they stand now.
 */
export function differences(mine: readonly Section[], present: readonly Section[]): Difference[] {
  const there = new Map(
    present.flatMap(section => section.pieces).map(piece => [piece.path, piece.paragraphs]),
  )
  return mine.flatMap(section =>
    section.pieces.flatMap(piece => {
      const now = there.get(piece.path) ?? []
      const missing = without(piece.paragraphs, now)
      return missing.length === 0
        ? []
        : [{ section: section.title, piece: { ...piece, paragraphs: missing }, now }]
    }),
  )
}

/** The paragraphs that are not among the others, each of which stands for one only. */
function without(paragraphs: readonly string[], others: readonly string[]): string[] {
  const left = others.map(words)
  return paragraphs.filter(paragraph => {
    if (words(paragraph) === '') return false
    const found = left.indexOf(words(paragraph))
    if (found >= 0) left.splice(found, 1)
    return found < 0
  })
}

const words = (paragraph: string): string => paragraph.replace(/\s+/gu, ' ').trim()

/** A piece as plain text, with its name where it has one. */
export const pieceText = ({ label, paragraphs }: Piece): string =>
  label === null || paragraphs.length > 1
    ? [...(label === null ? [] : [`${label}:`]), ...paragraphs].join('\n')
    : `${label}: ${paragraphs.join('\n')}`

export const sectionText = ({ title, pieces }: Section): string =>
  [title, ...pieces.map(pieceText)].join('\n')

/** A whole document as a text file: title, then sections with an empty line between them. */
export const wholeText = (title: string, sections: readonly Section[]): string =>
  `${[title, ...sections.map(sectionText)].join('\n\n')}\n`
