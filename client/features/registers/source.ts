/** Where the sheet has anchors of its own for a thing (`client/kinds/minutes`). */
const anchors: Readonly<Record<string, string>> = {
  agenda: 'agenda',
  decisions: 'decision',
  elections: 'election',
  tasks: 'tasks',
}

/** The address of a place in a document: what a row of a register leads to. */
export function sourceOf(documentId: string, path: string): string {
  const parts = path.split('/')
  const [root = '', id] = parts
  const anchor = anchors[root]
  const place = parts.length === 2 && anchor !== undefined ? `${anchor}-${id}` : path
  return `/blatt/${documentId}#${place.split('/').map(encodeURIComponent).join('/')}`
}
