const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Standard base64 with padding (RFC 4648, 4). `shared` has neither Node's Buffer nor the browser's atob. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(start, start + 3)
    const group = (first << 16) | (second << 8) | third
    const characters = [18, 12, 6, 0].map(shift => alphabet.charAt((group >> shift) & 63)).join('')
    const missing = Math.max(0, start + 3 - bytes.length)
    text += characters.slice(0, 4 - missing) + '='.repeat(missing)
  }
  return text
}

/** Throws `TypeError` on anything but base64: it reads committed files only. */
export function fromBase64(text: string): Uint8Array {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text))
    throw new TypeError('No base64')
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  for (let group = 0; group * 4 < text.length; group += 1) {
    const bits = [0, 1, 2, 3].reduce((sum, index) => {
      const value = alphabet.indexOf(text.charAt(group * 4 + index))
      return (sum << 6) | Math.max(0, value)
    }, 0)
    // Writing past the end of a typed array has no effect, which is what the padding asks for.
    bytes.set([bits >> 16, (bits >> 8) & 255, bits & 255].slice(0, bytes.length - group * 3), group * 3)
  }
  return bytes
}
