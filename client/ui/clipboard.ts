/** Copies a text. `false`: a browser has no clipboard without HTTPS, and may refuse it. */
export async function toClipboard(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return false
  }
}
