/** What a room writes to; ours over `ws`, a test's own over memory. Fits Hocuspocus' WebSocketLike. */
export interface RoomSocket {
  /** As in the browser: 0 connecting, 1 open, 2 closing, 3 closed. */
  readonly readyState: number
  /** Leaves with everything else of this turn in one write. The same Uint8Array object sent to several sockets is framed, and compressed, once. */
  send(data: Uint8Array): void
  close(code?: number, reason?: string): void
  /** Stops and resumes reading from the peer (TCP backpressure). */
  pause(): void
  resume(): void
  readonly bufferedBytes: number
}
