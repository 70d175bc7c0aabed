import { InputRule, Node } from '@tiptap/core'
import { onLanguage } from '#client/i18n/i18n.ts'
import type { Readable } from '#client/lib/store.ts'
import { type Facts, mergeField } from '#shared/rules/mergeFields.ts'
import { factWords } from './factWords.ts'

export type MergeFieldOptions = { facts: Readable<Facts> | null }

/** A fact of the group within a sentence (domain.md 5.3): kept by its name, shown as it is now. */
export const ProseMergeField = Node.create<MergeFieldOptions>({
  name: 'mergeField',
  group: 'inline',
  inline: true,
  atom: true,
  // arrow keys pass over it, Backspace takes it away
  selectable: false,
  addOptions: () => ({ facts: null }),
  addAttributes: () => ({
    name: {
      default: '',
      parseHTML: element => element.dataset.mergeField ?? '',
      renderHTML: attributes => ({ 'data-merge-field': attributes.name }),
    },
  }),
  parseHTML: () => [
    { tag: 'span[data-merge-field]', getAttrs: span => (isName(span.dataset.mergeField) ? null : false) },
  ],
  // between documents it goes by its name; other programs get what it says now
  renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, `{{${node.attrs.name}}}`],
  renderText({ node }) {
    return factWords(String(node.attrs.name), this.options.facts?.get() ?? {}).shown
  },
  addInputRules() {
    return [
      new InputRule({
        find: typedField,
        handler: ({ state, range, match }) => {
          const [, name] = match
          state.tr.replaceWith(range.from, range.to, this.type.create({ name }))
        },
      }),
    ]
  },
  addNodeView() {
    return ({ node }) => {
      const { facts } = this.options
      const name = String(node.attrs.name)
      const dom = document.createElement('span')
      const spoken = document.createElement('span')
      const shown = document.createElement('span')
      dom.className = 'fact'
      dom.dataset.mergeField = name
      dom.contentEditable = 'false'
      spoken.className = 'sr'
      dom.append(spoken, shown)
      const show = () => {
        const words = factWords(name, facts?.get() ?? {})
        dom.classList.toggle('open', words.value === null)
        spoken.textContent = words.value === null ? '' : `${words.label}: `
        shown.textContent = words.shown
      }
      show()
      const ends = [facts?.subscribe(show), onLanguage(show)]
      return {
        dom,
        ignoreMutation: () => true,
        destroy: () => {
          for (const end of ends) end?.()
        },
      }
    }
  },
})

/** The last brace was typed. */
const typedField = new RegExp(`${mergeField.source}$`, 'u')

const isName = (name: string | undefined): boolean =>
  name !== undefined && `{{${name}}}`.replaceAll(mergeField, '') === ''
