import { type Extensions, getSchema } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import type { Readable } from '#client/lib/store.ts'
import type { Facts } from '#shared/rules/mergeFields.ts'
import { headingOrder } from './headingOrder.ts'
import { fittingLevel, hasHeadingBefore } from './headings.ts'
import { safeHref } from './links.ts'
import { ProseMergeField } from './mergeFieldNode.ts'
import { ProseTable, ProseTableCell, ProseTableHeader, ProseTableRow } from './tableNodes.ts'
import { ProseTaskItem, ProseTaskList } from './taskNodes.ts'

/** Two levels below the title of a section; the page's own headings stand above them. */
const ProseHeading = Heading.extend({
  parseHTML: () => [
    // as this editor and the plain page show them: h3 and h4
    ...['h1', 'h2', 'h3'].map(tag => ({ tag, attrs: { level: 2 } })),
    ...['h4', 'h5', 'h6'].map(tag => ({ tag, attrs: { level: 3 } })),
  ],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs.level === 3 ? 'h4' : 'h3', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    const toggle = (level: 2 | 3) => () => {
      const { doc, selection } = this.editor.state
      const fits = fittingLevel(level, hasHeadingBefore(doc, selection.from))
      return this.editor.commands.toggleHeading({ level: fits })
    }
    return { 'Mod-Alt-2': toggle(2), 'Mod-Alt-3': toggle(3) }
  },
  addProseMirrorPlugins: () => [headingOrder()],
}).configure({ levels: [2, 3] })

const ProseLink = Link.extend({
  // only the address is content; where it opens is the page's affair
  addAttributes: () => ({ href: { default: null } }),
}).configure({
  autolink: false,
  openOnClick: false,
  linkOnPaste: true,
  defaultProtocol: 'https',
  isAllowedUri: url => safeHref(url) !== null,
  HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank', class: null },
})

const ProseOrderedList = OrderedList.extend({
  addAttributes: () => ({ start: { default: 1 } }),
})

/** What prose is made of; the names are those of `shared/document/prose.ts`. */
export const proseExtensions: Extensions = [
  Document,
  Paragraph,
  Text,
  Bold,
  Italic,
  Underline,
  ProseLink,
  ProseHeading,
  BulletList,
  ProseOrderedList,
  ListItem,
  ProseTaskList,
  ProseTaskItem,
  Blockquote,
  ProseTable,
  ProseTableRow,
  ProseTableHeader,
  ProseTableCell,
  HardBreak,
  ProseMergeField,
]

export const proseSchema = getSchema(proseExtensions)

/** The same for an editor, whose merge fields show the facts of its sheet. */
export const editorExtensions = (facts: Readable<Facts>): Extensions =>
  proseExtensions.map(extension =>
    extension === ProseMergeField ? ProseMergeField.configure({ facts }) : extension,
  )
