import { attributesOf, decodeEntities, htmlTokens } from './htmlTokens.ts'

export type HtmlElement = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly style: ReadonlyMap<string, string>
  readonly children: HtmlChild[]
  /** a block stands somewhere in it */
  holdsBlocks: boolean
}
export type HtmlChild = HtmlElement | string

const voidNames = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const blockNames = new Set(
  'address article aside blockquote body center details dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
export const isBlockName = (name: string): boolean => blockNames.has(name)

/** What an opening tag ends without saying so, and within what. */
const implied: ReadonlyMap<
  string,
  { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }
> = new Map(
  Object.entries({
    li: [['li'], ['ul', 'ol']],
    dt: [['dt', 'dd'], ['dl']],
    dd: [['dt', 'dd'], ['dl']],
    td: [
      ['td', 'th'],
      ['tr', 'table'],
    ],
    th: [
      ['td', 'th'],
      ['tr', 'table'],
    ],
    tr: [['tr', 'td', 'th'], ['table']],
    tbody: [['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'], ['table']],
    tfoot: [['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'], ['table']],
  } as const).map(([name, [ends, within]]) => [name, { ends: new Set(ends), within: new Set(within) }]),
)
const paragraphName = new Set(['p'])
/** A paragraph ends at any block, unless that stands in one of these within it. */
const paragraphScope = new Set(['td', 'th', 'li', 'table', 'blockquote', 'div'])

/** Deeper elements than this are as if they were not there; their texts stay. */
const maxDepth = 120

/** A tree of an HTML string, as far as prose needs one. Comments, scripts and styles are not in it. */
export function htmlTree(html: string): HtmlElement {
  const root: HtmlElement = {
    name: 'body',
    attributes: new Map(),
    style: noStyle,
    children: [],
    holdsBlocks: true,
  }
  const open: HtmlElement[] = [root]
  const top = (): HtmlElement => open.at(-1) ?? root
  /** Ends the outermost element of these names above the scope. */
  const end = (names: ReadonlySet<string>, scope: ReadonlySet<string>) => {
    let found = -1
    for (let index = open.length - 1; index > 0; index -= 1) {
      const name = open[index]?.name ?? ''
      if (names.has(name)) found = index
      if (scope.has(name) && !names.has(name)) break
    }
    if (found > 0) open.length = found
  }
  for (const token of htmlTokens(html)) {
    if (token.type === 'text') {
      top().children.push(decodeEntities(token.text))
    } else if (token.type === 'close') {
      const found = open.findLastIndex(({ name }) => name === token.name)
      // an end without a beginning, or one that would end the table around it, is none
      const crosses = open.slice(Math.max(found, 0) + 1).some(({ name }) => name === 'td' || name === 'th')
      const isPart = ['table', 'tr', 'tbody', 'thead', 'tfoot'].includes(token.name)
      if (found > 0 && (!crosses || isPart)) open.length = found
    } else {
      const rule = implied.get(token.name)
      if (blockNames.has(token.name)) end(paragraphName, paragraphScope)
      if (rule) end(rule.ends, rule.within)
      const attributes = attributesOf(token.attributes)
      const element = {
        name: token.name,
        attributes,
        style: styleOf(attributes.get('style')),
        children: [],
        holdsBlocks: false,
      }
      if (open.length > maxDepth) continue
      top().children.push(element)
      // only in a namespace (`<o:p/>`) a slash ends an element at once
      const isEmpty =
        voidNames.has(token.name) || (token.name.includes(':') && token.attributes.endsWith('/'))
      if (!isEmpty) open.push(element)
    }
  }
  return root
}

const noStyle: ReadonlyMap<string, string> = new Map()

/** The declarations of a style attribute; of two for one property the last counts. */
function styleOf(source: string | undefined): ReadonlyMap<string, string> {
  if (!source) return noStyle
  return new Map(
    source.split(';').map((declaration): [string, string] => {
      const colon = declaration.indexOf(':')
      return [
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ]
    }),
  )
}
