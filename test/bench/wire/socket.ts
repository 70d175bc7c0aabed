import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { constants, inflateRawSync } from 'node:zlib'

/** Read into by every socket in turn: what a frame holds is valid during its callback only. */
const shared = Buffer.allocUnsafe(256 * 1024)
const endOfHeaders = Buffer.from('\r\n\r\n')

const binary = 2
const closing = 8
const ping = 9
const pong = 10
// What a close frame without a code stands for.
const noStatus = 1005
const lastFragment = 0x80
const compressed = 0x40
const masked = 0x80

export type SocketOptions = {
  port: number
  path: string
  headers?: Readonly<Record<string, string>>
  /** Offers permessage-deflate as browsers do. Compressed frames are counted; read only if they stand alone. */
  deflate?: boolean
  onOpen(): void
  /** A whole message; the bytes are valid during the call only. `at` is the time of the read. */
  onMessage(data: Buffer, at: number): void
  onClose(): void
}

/**
 * A websocket client that costs as little as possible, so that hundreds fit beside a server on two cores:
 * one read buffer for all, no object per frame, a masking key of zeros (legal, and for the server the same
 * work as any other).
 */
export class BenchSocket {
  readonly #socket: Socket
  readonly #options: SocketOptions
  #isOpen = false
  /** what came of a frame, or of the headers, that is not complete yet */
  #rest: Buffer | null = null
  #restLength = 0
  /** how long the frame in `rest` is; 0 = not known yet */
  #needed = 0
  #fragments: Buffer[] = []
  #fragmentsCompressed = false
  /** messages that came compressed and were not read */
  unread = 0
  /** the code that the server closed with; `null` if it said none */
  closeCode: number | null = null

  constructor(options: SocketOptions) {
    this.#options = options
    this.#socket = connect({
      host: '127.0.0.1',
      port: options.port,
      noDelay: true,
      onread: {
        buffer: shared,
        callback: bytes => {
          this.#read(shared.subarray(0, bytes))
          return true
        },
      },
    })
    this.#socket.on('connect', () => this.#socket.write(this.#request()))
    this.#socket.on('error', () => this.#socket.destroy())
    this.#socket.on('close', () => options.onClose())
  }

  #request(): string {
    const { port, path, headers = {}, deflate = false } = this.#options
    return [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Origin: http://127.0.0.1:${port}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...(deflate ? ['Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits'] : []),
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '\r\n',
    ].join('\r\n')
  }

  /** What has come over the wire so far, headers of the upgrade included. */
  get bytesRead(): number {
    return this.#socket.bytesRead
  }

  send(...messages: readonly Uint8Array[]): void {
    const length = messages.reduce((sum, { length: size }) => sum + headerLength(size) + size, 0)
    const out = Buffer.allocUnsafe(length)
    let at = 0
    for (const message of messages) at = writeFrame(out, at, binary, message)
    this.#socket.write(out)
  }

  close(): void {
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    const at = performance.now()
    let rest = chunk
    if (this.#rest) {
      if (this.#needed > 0) {
        const taken = Math.min(this.#needed - this.#restLength, chunk.length)
        chunk.copy(this.#rest, this.#restLength, 0, taken)
        this.#restLength += taken
        if (this.#restLength < this.#needed) return
        const whole = this.#rest
        this.#rest = null
        this.#frames(whole, at)
        rest = chunk.subarray(taken)
      } else {
        rest = Buffer.concat([this.#rest, chunk])
        this.#rest = null
      }
    }
    if (!this.#isOpen) {
      const end = rest.indexOf(endOfHeaders)
      if (end === -1) return this.#keep(rest, 0)
      if (!rest.subarray(0, end).toString('latin1').startsWith('HTTP/1.1 101')) {
        this.#socket.destroy()
        return
      }
      this.#isOpen = true
      this.#options.onOpen()
      rest = rest.subarray(end + endOfHeaders.length)
    }
    this.#frames(rest, at)
  }

  /** Keeps bytes until more come; `needed` is the length of the frame they begin, 0 if not known. */
  #keep(bytes: Buffer, needed: number): void {
    this.#needed = needed
    this.#restLength = bytes.length
    this.#rest = Buffer.allocUnsafe(Math.max(needed, bytes.length))
    bytes.copy(this.#rest)
  }

  #frames(bytes: Buffer, at: number): void {
    let from = 0
    while (from < bytes.length) {
      const left = bytes.length - from
      if (left < 2) return this.#keep(bytes.subarray(from), 0)
      const first = bytes[from] ?? 0
      let length = (bytes[from + 1] ?? 0) & 0x7f
      let header = 2
      if (length === 126) {
        header = 4
        if (left < header) return this.#keep(bytes.subarray(from), 0)
        length = bytes.readUInt16BE(from + 2)
      } else if (length === 127) {
        header = 10
        if (left < header) return this.#keep(bytes.subarray(from), 0)
        length = bytes.readUInt32BE(from + 2) * 2 ** 32 + bytes.readUInt32BE(from + 6)
      }
      if (left < header + length) return this.#keep(bytes.subarray(from), header + length)
      this.#frame(first, bytes.subarray(from + header, from + header + length), at)
      from += header + length
    }
  }

  #frame(first: number, payload: Buffer, at: number): void {
    const opcode = first & 0x0f
    if (opcode === ping) return this.#control(pong, payload)
    if (opcode === closing) {
      this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : noStatus
      this.#socket.end()
      return
    }
    if (opcode === pong) return
    if (opcode !== 0) this.#fragmentsCompressed = (first & compressed) !== 0
    if ((first & lastFragment) === 0) {
      this.#fragments.push(Buffer.from(payload))
      return
    }
    const whole = this.#fragments.length > 0 ? Buffer.concat([...this.#fragments, payload]) : payload
    this.#fragments = []
    const message = this.#fragmentsCompressed ? inflated(whole) : whole
    if (message) this.#options.onMessage(message, at)
    else this.unread++
  }

  #control(opcode: number, payload: Uint8Array): void {
    const out = Buffer.allocUnsafe(headerLength(payload.length) + payload.length)
    writeFrame(out, 0, opcode, payload)
    this.#socket.write(out)
  }
}

/** A compressed message that refers to none before it; `null` if it does. */
function inflated(payload: Buffer): Buffer | null {
  try {
    const tail = Buffer.from([0, 0, 0xff, 0xff])
    return inflateRawSync(Buffer.concat([payload, tail]), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return null
  }
}

const headerLength = (length: number): number => (length < 126 ? 6 : length < 65_536 ? 8 : 14)

function writeFrame(out: Buffer, from: number, opcode: number, payload: Uint8Array): number {
  const { length } = payload
  let at = from
  out[at++] = lastFragment | opcode
  if (length < 126) out[at++] = masked | length
  else if (length < 65_536) {
    out[at++] = masked | 126
    at = out.writeUInt16BE(length, at)
  } else {
    out[at++] = masked | 127
    at = out.writeUInt32BE(0, at)
    at = out.writeUInt32BE(length, at)
  }
  // the masking key
  at = out.writeUInt32BE(0, at)
  out.set(payload, at)
  return at + length
}
