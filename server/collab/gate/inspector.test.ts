import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createInspector, type Inspector, workerThreshold } from './inspector.ts'
import { RefusedUpdate, summarize } from './summarize.ts'

const opened: Inspector[] = []
const folders: string[] = []
afterEach(async () => {
  for (const inspector of opened.splice(0)) await inspector.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function inspector(workerFile?: URL): Inspector {
  const made = createInspector(workerFile)
  opened.push(made)
  return made
}

/** A worker that does something else instead. */
function workerThat(code: string): URL {
  const folder = mkdtempSync(join(tmpdir(), 'inspector-'))
  folders.push(folder)
  const file = join(folder, 'worker.mjs')
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', ({ id }) => { ${code} })\n`,
  )
  return pathToFileURL(file)
}

function update(length: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getText('t').insert(0, 'x'.repeat(length))
  return Y.encodeStateAsUpdate(doc)
}
const small = update(10)
const large = update(workerThreshold)
const refused = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 1)

describe('the inspector', () => {
  it('gives the same summary in this thread and in the worker, and leaves the bytes to the caller', async () => {
    const made = inspector()
    for (const bytes of [small, large]) {
      const copy = bytes.slice()
      expect(await made.summarize(bytes)).toEqual(summarize(bytes))
      expect(bytes).toEqual(copy)
    }
  })

  it('refuses with the reason in both', async () => {
    const made = inspector()
    for (const bytes of [small, large]) {
      const error = await made.summarize(refused(bytes)).catch((caught: unknown) => caught)
      expect(error).toBeInstanceOf(RefusedUpdate)
      expect(error).toMatchObject({ reason: 'undecodable' })
    }
  })

  it('answers one caller in order, refusals too, and lets others overtake', async () => {
    const made = inspector()
    const caller = {}
    const order: string[] = []
    const ask = (name: string, bytes: Uint8Array, by?: object) =>
      made.summarize(bytes, by).then(
        () => order.push(name),
        () => order.push(`${name} refused`),
      )
    await Promise.all([
      ask('large', large, caller),
      ask('bad', refused(small), caller),
      ask('small', small, caller),
      ask('other', small, {}),
      ask('nobody', small),
    ])
    expect(order.slice(0, 2).sort()).toEqual(['nobody', 'other'])
    expect(order.slice(2)).toEqual(['large', 'bad refused', 'small'])
  })

  it('rejects what a dying worker leaves, as an error and not as a refusal, and begins another worker', async () => {
    const made = inspector(
      workerThat(`if (id < 3) process.exit(1); parentPort.postMessage({ id, refused: 'gap' })`),
    )
    const first = await Promise.allSettled([made.summarize(large), made.summarize(large)])
    for (const result of first) {
      expect(result.status).toBe('rejected')
      expect(result.status === 'rejected' && result.reason).not.toBeInstanceOf(RefusedUpdate)
    }
    await expect(made.summarize(large)).rejects.toBeInstanceOf(RefusedUpdate)
  })

  it('tells what failed in the worker without calling the update bad', async () => {
    const made = inspector(workerThat(`parentPort.postMessage({ id, failed: 'out of luck' })`))
    const error = await made.summarize(large).catch((caught: unknown) => caught)
    expect(error).not.toBeInstanceOf(RefusedUpdate)
    expect(error).toMatchObject({ cause: 'out of luck' })
  })

  it('rejects what it is still asked when it is closed, and what is asked later', async () => {
    const made = inspector(workerThat(''))
    const asked = made.summarize(large)
    const answer = expect(asked).rejects.toThrow('ended')
    await made.close()
    await answer
    await expect(made.summarize(large)).rejects.toThrow('closed')
  })
})
