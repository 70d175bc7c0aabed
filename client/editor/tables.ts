import type { Editor } from '@tiptap/core'
import type * as theTools from './tableTools.ts'

type Tools = typeof theTools

let tools: Tools | null = null
/** What one does in tables; `null` until some text of this page has held a table. */
export const tableTools = (): Tools | null => tools

export async function loadTableTools(): Promise<Tools> {
  tools ??= await import('./tableTools.ts')
  return tools
}

const armed = new WeakSet<Editor>()

/** Gives an editor that shows a table what belongs to it; a composition is not disturbed, the next moment does too. */
export async function armForTables(editor: Editor): Promise<void> {
  if (armed.has(editor)) return
  armed.add(editor)
  const { tablePlugin } = await loadTableTools()
  while (!editor.isDestroyed && editor.view.composing) await new Promise(later => setTimeout(later, 100))
  if (!editor.isDestroyed) editor.registerPlugin(tablePlugin(), (plugin, others) => [plugin, ...others])
}
