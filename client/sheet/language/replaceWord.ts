import * as Y from 'yjs'
import type { AnySession } from '#client/document/session.ts'
import { step } from '#client/sheet/writing.ts'
import { asFragment, asMap } from '#shared/document/container.ts'
import type { PlacedFinding } from './languageCheck.ts'

/**
 * Puts other words where a finding stands, as one step that can be undone. `false`: the text is not any more as it was
 * when the word was found; nothing is written then.
 */
export function replaceWord(session: AnySession, finding: PlacedFinding, words: string): boolean {
  const keys = finding.field.split('/')
  const last = keys.pop() ?? ''
  const parent = keys.reduce<Y.Map<unknown> | null>(
    (map, key) => asMap(map?.get(key)),
    asMap(session.handle.y),
  )
  const present = parent?.get(last)
  if (typeof present === 'string') {
    const { from, to, match } = finding
    if (present.slice(from, to) !== match) return false
    step(session, () =>
      session.handle.transact(() =>
        parent?.set(last, `${present.slice(0, from)}${words}${present.slice(to)}`),
      ),
    )
    return true
  }
  const fragment = asFragment(present)
  return fragment !== null && replaceInProse(session, fragment, finding, words)
}

function replaceInProse(
  session: AnySession,
  fragment: Y.XmlFragment,
  { block, from, match }: PlacedFinding,
  words: string,
): boolean {
  const textblock = textblocks(fragment)[block ?? 0]
  const place = textblock ? textAt(textblock, from) : null
  if (!place || plainText(place.text).slice(place.offset, place.offset + match.length) !== match) return false
  step(session, () =>
    session.handle.transact(() => {
      const { text, offset } = place
      // written behind the first letter, so that the new words are set as the old one was
      text.insert(offset + 1, words)
      text.delete(offset + 1 + words.length, match.length - 1)
      text.delete(offset, 1)
    }),
  )
  return true
}

const plainText = (text: Y.XmlText): string => {
  const delta: readonly { insert?: unknown }[] = text.toDelta()
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('')
}

const inline = new Set(['hardBreak', 'mergeField'])

/** The elements that hold text, in the order in which `paragraphTexts` reads them. */
function textblocks(parent: Y.XmlFragment): Y.XmlFragment[] {
  const children: readonly unknown[] = parent.toArray()
  return children.flatMap(child => {
    if (!(child instanceof Y.XmlElement)) return []
    const below: readonly unknown[] = child.toArray()
    const holdsText = below.every(
      part => part instanceof Y.XmlText || (part instanceof Y.XmlElement && inline.has(part.nodeName)),
    )
    return holdsText ? [child] : textblocks(child)
  })
}

/** The text node in which an offset of the block's text lies. */
function textAt(block: Y.XmlFragment, at: number): { text: Y.XmlText; offset: number } | null {
  let left = at
  const children: readonly unknown[] = block.toArray()
  for (const child of children) {
    const length =
      child instanceof Y.XmlText
        ? child.length
        : child instanceof Y.XmlElement && child.nodeName === 'mergeField'
          ? `{{${String(child.getAttribute('name') ?? '')}}}`.length
          : 1
    if (child instanceof Y.XmlText && left < length) return { text: child, offset: left }
    left -= length
    if (left < 0) return null
  }
  return null
}
