import type { Editor } from '@tiptap/core'
import { currentLanguage, text } from '#client/i18n/i18n.ts'
import { fold } from '#client/lib/fold.ts'
import { factLabel, factLabels } from '#shared/rules/factLabels.ts'
import { type Facts, shownFact } from '#shared/rules/mergeFields.ts'
import { askForLink } from './editorCommands.ts'
import { hasHeadingBefore } from './headings.ts'
import { loadTableTools } from './tables.ts'

/** One thing that can be put into the text. */
export type Insertion = {
  readonly id: string
  readonly label: string
  /** what is known of it now, e.g. the value of a fact */
  readonly note: string | null
  /** further words by which people look for it, folded */
  readonly words: string
  readonly run: (editor: Editor) => void
}

/** What the menu offers here: first the kinds of block, then the facts. Words of both languages find them. */
export function insertions(editor: Editor, facts: Facts): readonly Insertion[] {
  const { doc, selection } = editor.state
  const block = (id: BlockName, words: string, run: (editor: Editor) => void): Insertion => ({
    id,
    label: text(`editor.insert.${id}`),
    note: null,
    words: fold(words),
    run,
  })
  return [
    block('heading2', 'Überschrift Zwischentitel heading title h2', of =>
      of.chain().focus().setHeading({ level: 2 }).run(),
    ),
    ...(hasHeadingBefore(doc, selection.from)
      ? [
          block('heading3', 'Überschrift kleiner Zwischentitel small heading h3', of =>
            of.chain().focus().setHeading({ level: 3 }).run(),
          ),
        ]
      : []),
    block('paragraph', 'Text Absatz paragraph', of => of.chain().focus().setParagraph().run()),
    block('bulletList', 'Liste Punkte Aufzählung list bullets', of =>
      of.chain().focus().toggleBulletList().run(),
    ),
    block('orderedList', 'Liste Nummern nummeriert numbered list', of =>
      of.chain().focus().toggleOrderedList().run(),
    ),
    block('taskList', 'Aufgabenliste abhaken Kästchen Checkliste task list todo checklist', of =>
      of.chain().focus().toggleList('taskList', 'taskItem').run(),
    ),
    block('table', 'Tabelle Zeilen Spalten table rows columns', of => {
      void loadTableTools().then(tools => {
        if (of.isDestroyed) return
        of.view.focus()
        tools.insertTable(of.view)
      })
    }),
    block('blockquote', 'Zitat quote', of => of.chain().focus().toggleBlockquote().run()),
    block('link', 'Verweis Adresse Webseite Internet E-Mail Telefon link address web url mail phone', () =>
      askForLink(),
    ),
    ...factInsertions(facts),
  ]
}
type BlockName =
  | 'heading2'
  | 'heading3'
  | 'paragraph'
  | 'bulletList'
  | 'orderedList'
  | 'taskList'
  | 'table'
  | 'blockquote'
  | 'link'

const generalWords = 'Angabe der Gruppe Feld fact of the group merge field'

function factInsertions(facts: Facts): Insertion[] {
  const names = new Set([...Object.keys(factLabels), ...Object.keys(facts)])
  return [...names].map(name => ({
    id: `fact-${name}`,
    label: factLabel(name, currentLanguage()),
    note: shownFact(facts, name) ?? text('editor.insert.open'),
    words: fold(`${generalWords} ${factLabel(name, 'de')} ${factLabel(name, 'en')} ${name}`),
    run: of => of.chain().focus().insertContent({ type: 'mergeField', attrs: { name } }).run(),
  }))
}

/** Those that what was typed may mean: every word of it begins a word of theirs; names come before other words. */
export function matching(all: readonly Insertion[], query: string): readonly Insertion[] {
  const asked = fold(query).split(/\s+/u).filter(Boolean)
  if (asked.length === 0) return all
  const begins = (words: string) =>
    asked.every(word => words.split(/[\s.]+/u).some(other => other.startsWith(word)))
  const [named, others] = [
    all.filter(({ label }) => begins(fold(label))),
    all.filter(({ label, words }) => !begins(fold(label)) && begins(words)),
  ]
  return [...named, ...others]
}
