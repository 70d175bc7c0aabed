import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * An update with GC structs in the place of those that `isBuried` names. Its structs follow each other per client,
 * without skips.
 */
export function bury(update: Uint8Array, isBuried: (client: number, clock: number) => boolean): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update)
  const byClient = Map.groupBy(structs, struct => struct.id.client)
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, byClient.size)
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder.restEncoder, own.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, own[0]?.id.clock ?? 0)
    for (const struct of own) {
      const { id, length } = struct
      const written = isBuried(client, id.clock) ? new Y.GC(id, length) : struct
      written.write(encoder, 0)
    }
  }
  encoding.writeVarUint(encoder.restEncoder, ds.clients.size)
  for (const [client, ranges] of ds.clients) {
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}
