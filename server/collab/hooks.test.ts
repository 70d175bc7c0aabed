import { Document, Hocuspocus } from '@hocuspocus/server'
import { expect, it } from 'vitest'
import { createHooks } from './hooks.ts'
import type { OpenRooms } from './openRooms.ts'
import { wrapHooks } from './wrapHooks.ts'

const nobody = () => Promise.resolve(null)

/** The hooks over rooms of which nothing is used but that they settle. */
function unloading(settled: () => Promise<void>) {
  // a test's own rooms have what the hook uses
  const rooms = { of: () => ({ settled }) } as unknown as OpenRooms
  const hooks = createHooks({
    access: { version: 0, person: nobody, toDocument: nobody },
    handshake: { isSetAside: async () => false, beginAnewIfBehind: async () => false },
    rooms,
    kinds: new Map(),
    kindOf: async () => 'minutes',
  })
  return wrapHooks(hooks, () => undefined).beforeUnloadDocument
}

it('[L1] a document that has left already takes no other of its name out of memory', async () => {
  const instance = new Hocuspocus()
  const [former, present] = [new Document('doc'), new Document('doc')]
  instance.documents.set('doc', present)
  const unload = unloading(() => Promise.resolve())
  await expect(unload?.({ document: former, documentName: 'doc', instance })).rejects.toThrow()
  await unload?.({ document: present, documentName: 'doc', instance })
})

it('[L1] a document whose room does not come to rest stays in memory', async () => {
  const instance = new Hocuspocus()
  const document = new Document('doc')
  instance.documents.set('doc', document)
  const unload = unloading(() => Promise.reject(new Error('not settled')))
  await expect(unload?.({ document, documentName: 'doc', instance })).rejects.toThrow()
})
