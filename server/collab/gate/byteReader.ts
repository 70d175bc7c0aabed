import { RefusedUpdate } from './refusal.ts'

// As Yjs reads texts: bytes that are no UTF-8 are an error, a byte order mark is a letter.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads the numbers and texts of the update format. Throws `RefusedUpdate` instead of reading past the end. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #position = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get position(): number {
    return this.#position
  }

  get left(): number {
    return this.#bytes.length - this.#position
  }

  byte(): number {
    const byte = this.#bytes[this.#position++]
    if (byte === undefined) throw new RefusedUpdate('undecodable')
    return byte
  }

  /** 7 bits per byte, the lowest first. Numbers that a double does not hold exactly are refused. */
  uint(): number {
    const first = this.byte()
    if (first < 0x80) return first
    return this.#more(first & 0x7f, 0x80)
  }

  /** As `uint`, but the first byte holds 6 bits and the sign, which nobody here needs. */
  skipInt(): void {
    const first = this.byte()
    if (first >= 0x80) this.#more(first & 0x3f, 0x40)
  }

  #more(low: number, factor: number): number {
    let value = low
    for (let scale = factor; ; scale *= 0x80) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (value > Number.MAX_SAFE_INTEGER) throw new RefusedUpdate('undecodable')
      if (byte < 0x80) return value
    }
  }

  skip(count: number): void {
    if (count > this.left) throw new RefusedUpdate('undecodable')
    this.#position += count
  }

  /** A number of things that take at least one byte each: more than there are bytes left is refused at once (b9). */
  count(): number {
    const count = this.uint()
    if (count > this.left) throw new RefusedUpdate('undecodable')
    return count
  }

  text(): string {
    const length = this.count()
    const start = this.#position
    this.#position += length
    return this.#decode(start, length)
  }

  /** The length of a text in UTF-16 units, in which Yjs counts. Spares decoding plain ASCII. */
  textLength(): number {
    const length = this.count()
    const start = this.#position
    this.#position += length
    for (let at = start; at < this.#position; at++) {
      if ((this.#bytes[at] ?? 0) >= 0x80) return this.#decode(start, length).length
    }
    return length
  }

  #decode(start: number, length: number): string {
    try {
      return utf8.decode(this.#bytes.subarray(start, start + length))
    } catch {
      throw new RefusedUpdate('undecodable')
    }
  }
}
