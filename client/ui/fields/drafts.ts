/** What is typed in a field and not yet written. Undo, leaving and hiding the page write it first, so that nothing typed is lost. */
const pending = new Set<() => void>()

/** Registers a field's „write now“; the answer takes it out again. */
export function addDraft(write: () => void): () => void {
  pending.add(write)
  return () => pending.delete(write)
}

/** Writes every draft of this tab. */
export function writeDrafts(): void {
  for (const write of pending) write()
}

// A phone may end the page without another word once it is hidden.
globalThis.document?.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') writeDrafts()
})
