import { constants, inflateRawSync } from 'node:zlib'
import type { WebSocket } from 'ws'

const extensionName = 'permessage-deflate'

/**
 * Lets a socket inflate each message in one call, without anything kept in between. `ws` itself keeps an
 * inflater per connection (15 kB) and asks a worker thread: 42 µs for a keystroke instead of 17, and
 * browsers compress every keystroke. Only possible without context takeover.
 *
 * False if `ws` does not have its extension where it is expected: then it goes on with its own.
 */
export function inflateInOneCall(webSocket: WebSocket, maxBytes: number): boolean {
  const extensions: unknown = Reflect.get(webSocket, '_extensions')
  if (typeof extensions !== 'object' || extensions === null) return false
  const own: unknown = Reflect.get(extensions, extensionName)
  if (typeof own !== 'object' || own === null) return false
  if (typeof Reflect.get(own, 'decompress') !== 'function') return false
  return Reflect.set(extensions, extensionName, new Inflate(webSocket, maxBytes))
}

type Done = (error: Error | null, data?: Buffer) => void

// Close codes of RFC 6455: what came is not what it says it is; it is too large.
const invalidData = 1007
const tooLarge = 1009

const nothing = Buffer.alloc(0)

/** What the receiver of `ws` asks of its extension. */
class Inflate {
  private readonly webSocket: WebSocket
  private readonly maxBytes: number
  private fragments: Buffer[] | null = null

  constructor(webSocket: WebSocket, maxBytes: number) {
    this.webSocket = webSocket
    this.maxBytes = maxBytes
  }

  decompress(data: Buffer, isLast: boolean, done: Done): void {
    // The receiver expects its answer later than the call returns.
    if (!isLast) {
      // It bounds number and size of the fragments before it hands them over.
      this.fragments ??= []
      this.fragments.push(data)
      queueMicrotask(() => done(null, nothing))
      return
    }
    const compressed = this.fragments ? Buffer.concat([...this.fragments, data]) : data
    this.fragments = null
    queueMicrotask(() => this.answer(compressed, done))
  }

  private answer(compressed: Buffer, done: Done): void {
    let data: Buffer
    try {
      data = inflateRawSync(compressed, {
        // A message ends with a flush, not with the end of the stream.
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: this.maxBytes,
        // Usually enough for the whole message; 1 kB keeps a keystroke from holding 16.
        chunkSize: Math.min(65_536, Math.max(1_024, compressed.length * 4)),
      })
    } catch (error) {
      const failure = error instanceof Error ? error : new Error('Not inflated', { cause: error })
      const isTooLarge = 'code' in failure && failure.code === 'ERR_BUFFER_TOO_LARGE'
      this.webSocket.close(isTooLarge ? tooLarge : invalidData)
      done(failure)
      return
    }
    done(null, data)
  }

  /** Asked at the end of the connection. */
  cleanup(): void {
    this.fragments = null
  }
}
