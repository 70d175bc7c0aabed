/** With what a figure of ours is compared: another column of the same run, or a number. */
export type Limit =
  | { readonly most: number }
  | { readonly least: number }
  | { readonly most: number; readonly times: Column }
  | { readonly least: number; readonly times: Column }

/**
 * `fresh`: our own server with a document that few have written in. `empty`: a page with an empty Tiptap editor.
 * `all`: our own sheet with every editor mounted at once.
 */
export const columns = ['ours', 'V', 'y-ws', 'relay', 'fresh', 'empty', 'all'] as const
export type Column = (typeof columns)[number]

export type Goal = {
  /** the row of GOALS */
  readonly row: string
  readonly what: string
  readonly unit: string
  /** under which name the bench keeps the figure */
  readonly figure: string
  readonly limit: Limit
}

/** The column „To reach, durable“ of GOALS, one line per figure and limit. */
export const goals: readonly Goal[] = [
  g('S1', 'most typists with p95 < 100 ms', '', 'typists', { least: 2.5, times: 'V' }),
  g('S1', 'most typists with p95 < 100 ms', '', 'typists', { least: 8, times: 'y-ws' }),
  g('S2', 'fanout 200: CPU per 1,000 edits', 's', 'cpu200', { most: 1 / 2.5, times: 'V' }),
  g('S2', 'fanout 200: CPU per 1,000 edits', 's', 'cpu200', { most: 0.75, times: 'relay' }),
  g('S2', 'fanout 200: p95', 'ms', 'p95of200', { most: 60 }),
  g('S3', 'fanout 10: CPU per 1,000 edits', 's', 'cpu10', { most: 0.8, times: 'V' }),
  g('S3', 'fanout 10: p95', 'ms', 'p95of10', { most: 8 }),
  g('S4', 'old document, fanout 50: p95', 'ms', 'oldP95', { most: 30 }),
  g('S4', 'old document, fanout 50: CPU per 1,000 edits', 's', 'oldCpu', { most: 1 / 4, times: 'V' }),
  g('S4', 'old document, fanout 50: CPU per 1,000 edits', 's', 'oldCpu', { most: 2, times: 'fresh' }),
  g('S5', 'durable answer p95: 1,000 updates/s, 100 documents', 'ms', 'answer1000', { most: 25 }),
  g('S5', 'durable answer p95: fanout 200', 'ms', 'answer200', { most: 100 }),
  g('S6', 'storm of 50 on 2.45 MB: all in sync', 'ms', 'stormMs', { most: 1 / 5, times: 'V' }),
  g('S6', 'storm of 50 on 2.45 MB: CPU', 's', 'stormCpu', { most: 1 / 10, times: 'V' }),
  g('S6', 'storm of 50 who are up to date: all in sync', 'ms', 'upToDateMs', { most: 1 / 4, times: 'V' }),
  // the handshake and the frames around the document are no copy
  g('S7', 'cold open: copies of the document on the wire', '', 'copies', { most: 1.1 }),
  g('S7', 'cold open of 160 kB: p50', 'ms', 'coldMs', { most: 0.9, times: 'V' }),
  g('S7', 'cold open with 10,000 later rows: p50', 'ms', 'coldLaterMs', { most: 1.5, times: 'V' }),
  g('S8', '100 × 1,000 offline edits: all equal', 'ms', 'mergeMs', { most: 0.6, times: 'V' }),
  g('S8', '100 × 1,000 offline edits: CPU', 's', 'mergeCpu', { most: 0.6, times: 'V' }),
  g('S9', 'open document with 2 clients: memory', 'kB', 'documentRss', { most: 0.9, times: 'V' }),
  g('S9', 'idle connection: memory', 'kB', 'connectionRss', { most: 0.9, times: 'V' }),
  g('S11', 'stored bytes of a compacted document', 'kB', 'storedKb', { most: 1 / 3, times: 'V' }),
  g('S11', 'wire per client at fanout 200, compression offered', 'kB/s', 'wireKb', {
    most: 1 / 4,
    times: 'V',
  }),
  g('C1', 'key to paint p95', 'ms', 'key', { most: 33 }),
  g('C1', 'key to paint p95', 'ms', 'key', { most: 1.3, times: 'empty' }),
  g('C1', 'key to paint p95, seven others writing', 'ms', 'keyInCompany', { most: 33 }),
  g('C1', 'key to paint p95, seven others writing', 'ms', 'keyInCompany', { most: 1.3, times: 'empty' }),
  g('C2', 'mount of 100 prose fields', 'ms', 'mountMs', { most: 250 }),
  g('C2', 'heap with the sheet open', 'MB', 'sheetHeap', { most: 25 }),
  // kB as the browsers' tools count them
  g('C3', 'code before the first key is accepted, gzip', 'kB', 'firstKb', { most: 290 }),
]

function g(row: string, what: string, unit: string, figure: string, limit: Limit): Goal {
  return { row, what, unit, figure, limit }
}
