/** Hands a text to the person as a file, under a name that every system takes. */
export function saveTextFile(name: string, text: string): void {
  // a mark at the start tells old editors that umlauts are UTF-8
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${fileName(name)}.txt`
  link.click()
  // the browser takes the file in a later turn; after a minute it has it
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Without what file systems refuse, and not longer than they take. */
export const fileName = (name: string): string =>
  name
    .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
    .slice(0, 100) || 'Text'
