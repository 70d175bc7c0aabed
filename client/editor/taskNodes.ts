import { type Editor, mergeAttributes, Node } from '@tiptap/core'
import { text } from '#client/i18n/i18n.ts'

/** Marks a change that is taken back by itself, not with what was typed before. */
export const ownStep = 'ownStep'

/** A list of things to tick off: not the tasks of the sheet, which have people and dates of their own. */
export const ProseTaskList = Node.create({
  name: 'taskList',
  group: 'block list',
  content: 'taskItem+',
  parseHTML: () => [{ tag: 'ul[data-tasks]', priority: 60 }],
  renderHTML: () => ['ul', { 'data-tasks': '' }, 0],
})

export const ProseTaskItem = Node.create({
  name: 'taskItem',
  // its keys come before those of a line
  priority: 150,
  content: 'paragraph block*',
  defining: true,
  addAttributes: () => ({
    checked: {
      default: false,
      keepOnSplit: false,
      parseHTML: element => element.dataset.checked === 'true',
      renderHTML: attributes => ({ 'data-checked': String(attributes.checked === true) }),
    },
  }),
  parseHTML: () => [{ tag: 'li[data-checked]', priority: 60, contentElement: taskWords }],
  renderHTML: ({ HTMLAttributes }) => ['li', mergeAttributes(HTMLAttributes), ['div', 0]],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
      'Mod-Enter': () => toggleHere(this.editor),
    }
  },
  addNodeView() {
    return ({ node, getPos, view }) => {
      const dom = document.createElement('li')
      const label = document.createElement('label')
      const box = document.createElement('input')
      const contentDOM = document.createElement('div')
      label.contentEditable = 'false'
      box.type = 'checkbox'
      label.append(box)
      dom.append(label, contentDOM)
      const show = (checked: boolean) => {
        dom.dataset.checked = String(checked)
        box.checked = checked
      }
      const name = (words: string) =>
        box.setAttribute('aria-label', words === '' ? text('editor.task.empty') : words)
      show(node.attrs.checked === true)
      name(node.firstChild?.textContent ?? '')
      // the caret stays where it is
      label.addEventListener('mousedown', event => event.preventDefault())
      box.addEventListener('change', () => {
        const at = getPos()
        if (at === undefined) return
        view.dispatch(view.state.tr.setNodeAttribute(at, 'checked', box.checked).setMeta(ownStep, true))
      })
      return {
        dom,
        contentDOM,
        update: updated => {
          if (updated.type !== node.type) return false
          show(updated.attrs.checked === true)
          name(updated.firstChild?.textContent ?? '')
          return true
        },
        stopEvent: event => event.target instanceof globalThis.Node && label.contains(event.target),
        ignoreMutation: mutation => !contentDOM.contains(mutation.target),
      }
    }
  },
})

/** Ticks the item with the caret, or takes its tick away. */
function toggleHere({ state, view }: Editor): boolean {
  const { $head } = state.selection
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    const node = $head.node(depth)
    if (node.type.name !== 'taskItem') continue
    view.dispatch(
      state.tr
        .setNodeAttribute($head.before(depth), 'checked', node.attrs.checked !== true)
        .setMeta(ownStep, true),
    )
    return true
  }
  return false
}

/** The words beside the box, wherever it comes from. */
const taskWords = (item: HTMLElement): HTMLElement => item.querySelector<HTMLElement>(':scope > div') ?? item
