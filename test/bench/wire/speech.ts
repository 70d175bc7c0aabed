import * as encoding from 'lib0/encoding'

export type WireName = 'hocuspocus' | 'yWebsocket' | 'bare'

/** What a message of a server is, with where its payload or reason stands: no object is made per message. */
export interface Heard {
  kind: 'update' | 'syncAnswer' | 'syncQuestion' | 'saved' | 'notSaved' | 'refused' | 'other'
  from: number
  to: number
}

/** How one room is spoken of in one protocol. */
export interface Speech {
  readonly path: string
  /** Whether updates are answered one by one. */
  readonly answers: boolean
  /** Whether the server answers a question for what is missing. */
  readonly syncs: boolean
  /** What a client says first; `token` only where the protocol has one. */
  greeting(token: string, stateVector: Uint8Array): readonly Uint8Array[]
  update(bytes: Uint8Array): Uint8Array
  /** The answer to the server's question. */
  syncAnswer(bytes: Uint8Array): Uint8Array
  presence(client: number, clock: number, json: string): Uint8Array
  /** Reads a message of any room; the answer is valid until the next call. */
  hear(data: Uint8Array): Heard
}

const sync = 0
const presenceType = 1
const auth = 2
const syncReply = 4
const syncStatus = 8
const step1 = 0
const step2 = 1
const change = 2
const permissionDenied = 1

const heard: Heard = { kind: 'other', from: 0, to: 0 }
let position = 0

function readUint(data: Uint8Array): number {
  let value = 0
  for (let factor = 1; ; factor *= 128) {
    const byte = data[position++] ?? 0
    value += (byte & 0x7f) * factor
    if (byte < 0x80) return value
  }
}

function hearSync(data: Uint8Array): Heard {
  const step = readUint(data)
  heard.kind = step === change ? 'update' : step === step2 ? 'syncAnswer' : 'syncQuestion'
  const length = readUint(data)
  heard.from = position
  heard.to = position + length
  return heard
}

function hearAddressed(data: Uint8Array): Heard {
  position = 0
  const address = readUint(data)
  position += address
  const type = readUint(data)
  if (type === sync || type === syncReply) return hearSync(data)
  if (type === syncStatus) heard.kind = readUint(data) === 1 ? 'saved' : 'notSaved'
  else if (type === auth && readUint(data) === permissionDenied) {
    heard.kind = 'refused'
    const length = readUint(data)
    heard.from = position
    heard.to = position + length
  } else heard.kind = 'other'
  return heard
}

function hearPlain(data: Uint8Array): Heard {
  position = 0
  if (readUint(data) === sync) return hearSync(data)
  heard.kind = 'other'
  return heard
}

const presenceUpdate = (client: number, clock: number, json: string): Uint8Array =>
  encoding.encode(encoder => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json)
  })

/** `path` is where the server listens, `room` which document is meant. */
export function speechOf(wire: WireName, path: string, room: string): Speech {
  const isAddressed = wire === 'hocuspocus'
  const frame = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array =>
    encoding.encode(encoder => {
      if (isAddressed) encoding.writeVarString(encoder, room)
      encoding.writeVarUint(encoder, type)
      write(encoder)
    })
  const syncFrame = (step: number, bytes: Uint8Array): Uint8Array =>
    frame(sync, encoder => {
      encoding.writeVarUint(encoder, step)
      encoding.writeVarUint8Array(encoder, bytes)
    })
  return {
    path: isAddressed ? path : `/${room}`,
    answers: isAddressed,
    syncs: wire !== 'bare',
    greeting(token, stateVector) {
      const question = syncFrame(step1, stateVector)
      if (!isAddressed) return [question]
      const first = frame(auth, encoder => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, token)
      })
      return [first, question]
    },
    update: bytes => syncFrame(change, bytes),
    syncAnswer: bytes => syncFrame(step2, bytes),
    presence: (client, clock, json) =>
      frame(presenceType, encoder =>
        encoding.writeVarUint8Array(encoder, presenceUpdate(client, clock, json)),
      ),
    hear: isAddressed ? hearAddressed : hearPlain,
  }
}
