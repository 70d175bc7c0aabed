/** A piece of HTML as text: nothing is loaded, run or given to the page. */
export type HtmlToken =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'open'; readonly name: string; readonly attributes: string }
  | { readonly type: 'close'; readonly name: string }

/** What stands between these and their end is never text of the page. */
const rawNames = new Set(['script', 'style', 'title', 'xml', 'noscript', 'template', 'iframe', 'textarea'])

/**
 * The tags and texts of an HTML string in order, comments and raw elements left out; tolerant like a browser, and in
 * time proportional to its length whatever it holds (THREATS b50).
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const find = forwardSearch(html)
  let at = 0
  while (at < html.length) {
    const tag = find('<', at)
    if (tag > at) yield { type: 'text', text: html.slice(at, tag) }
    if (tag >= html.length) return
    const next = html.charCodeAt(tag + 1)
    if (html.startsWith('<!--', tag)) {
      at = find('-->', tag + 2) + 3
    } else if (next === bang || next === question) {
      // `<!DOCTYPE …>`, `<![if !supportLists]>`, `<?xml …>`: what they enclose is text as any other
      at = find('>', tag) + 1
    } else if (next === slash && isLetter(html.charCodeAt(tag + 2))) {
      const end = find('>', tag)
      yield { type: 'close', name: nameAt(html, tag + 2) }
      at = end + 1
    } else if (isLetter(next)) {
      const name = nameAt(html, tag + 1)
      const end = tagEnd(html, tag + 1 + name.length, find)
      const attributes = html.slice(tag + 1 + name.length, end)
      at = end + 1
      if (rawNames.has(name)) {
        if (name !== 'xml' || !attributes.endsWith('/')) at = rawEnd(html, name, at, find)
      } else yield { type: 'open', name, attributes }
    } else {
      yield { type: 'text', text: '<' }
      at = tag + 1
    }
  }
}

const [bang, question, slash] = [0x21, 0x3f, 0x2f]
const isLetter = (code: number): boolean => (code > 64 && code < 91) || (code > 96 && code < 123)

/** No honest name is longer. */
const maxName = 40
const nameEnd = /[\s/>]/
function nameAt(html: string, at: number): string {
  const part = html.slice(at, at + maxName)
  const end = part.search(nameEnd)
  return (end < 0 ? part : part.slice(0, end)).toLowerCase()
}

type Search = (what: '<' | '>' | '"' | "'" | '-->', from: number) => number

/** `indexOf` that gives the end for „not there“, and remembers what it found, so that nothing is read twice. */
function forwardSearch(html: string): Search {
  const found = new Map<string, number>()
  return (what, from) => {
    const known = found.get(what)
    if (known !== undefined && known >= from) return known
    const index = html.indexOf(what, from)
    const position = index < 0 ? html.length : index
    found.set(what, position)
    return position
  }
}

/** The `>` of a tag, which may stand in its quoted values, too. */
function tagEnd(html: string, from: number, find: Search): number {
  let at = from
  for (;;) {
    const end = find('>', at)
    const quote = Math.min(find('"', at), find("'", at))
    if (quote >= end) return end
    const mark = html[quote] === '"' ? '"' : "'"
    const close = find(mark, quote + 1)
    // a quote that never ends is none
    if (close >= html.length) return end
    at = close + 1
  }
}

function rawEnd(html: string, name: string, from: number, find: Search): number {
  const end = new RegExp(`</${name}`, 'giu')
  end.lastIndex = from
  const found = end.exec(html)
  return found ? find('>', found.index) + 1 : html.length
}

const attribute = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu

/** The attributes of a tag with their entities resolved; of two with one name the first counts. */
export function attributesOf(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of source.matchAll(attribute)) {
    const key = name.toLowerCase()
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''))
  }
  return attributes
}

/** U+00A0 to U+00FF in order. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  )
const named: ReadonlyMap<string, string> = new Map([
  ...latin1.map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    tab: '\t',
    Tab: '\t',
    NewLine: '\n',
    colon: ':',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    lsaquo: '‹',
    rsaquo: '›',
    bull: '•',
    hellip: '…',
    euro: '€',
    trade: '™',
    larr: '←',
    uarr: '↑',
    rarr: '→',
    darr: '↓',
    dagger: '†',
    permil: '‰',
    prime: '′',
    minus: '−',
    le: '≤',
    ge: '≥',
    ne: '≠',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '',
    zwj: '\u200d',
    OElig: 'Œ',
    oelig: 'œ',
    Scaron: 'Š',
    scaron: 'š',
    Yuml: 'Ÿ',
  }),
])
/** Windows-1252 in numeric references 128 to 159, as browsers read them. */
const windows = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ'

const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,7}));?/giu

export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(entity, (whole: string, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return named.get(name) ?? whole
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
        if (code >= 128 && code < 160) return windows[code - 128] ?? ''
        return code > 0x10ffff || code === 0 ? '\ufffd' : String.fromCodePoint(code)
      })
    : text
