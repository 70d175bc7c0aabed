/** The editor with all it rests on; loaded by `editorParts.ts` and imported by nobody else. */
export { ySyncPluginKey } from '@tiptap/y-tiptap'
export { unknownContent } from './check.ts'
export { proseSchema } from './extensions.ts'
export { MountedEditor } from './MountedEditor.tsx'
