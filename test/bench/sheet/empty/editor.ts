import { Editor } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'

/** The least that one can write in with Tiptap: paragraphs, nothing around them, nobody else. */
const editor = new Editor({
  element: document.getElementById('editor'),
  extensions: [Document, Paragraph, Text],
})
editor.commands.focus()
