import type * as Y from 'yjs'
import { proseElements } from '#shared/document/proseMaking.ts'

/** Puts lines into a text that has no editor, each as a paragraph, before or behind what stands there. */
export function addParagraphs(
  fragment: Y.XmlFragment,
  lines: readonly string[],
  where: 'start' | 'end',
): void {
  fragment.insert(where === 'start' ? 0 : fragment.length, proseElements(lines))
}
