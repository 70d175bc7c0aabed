import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  expect,
  type Page,
  test,
} from '@playwright/test'

/** A browser whose profile outlives it. */
export interface Device {
  start(): Promise<BrowserContext>
  remove(): Promise<void>
}

export async function device(options: BrowserContextOptions = {}): Promise<Device> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mitschrift-profile-'))
  const { launchOptions } = test.info().project.use
  return {
    start: () => chromium.launchPersistentContext(folder, { ...launchOptions, locale: 'de-DE', ...options }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Waits until the app and the open sheet lie on the device: from then on both start without a network. */
export async function keptOnDevice(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect.poll(() => page.evaluate(countSheets)).toBeGreaterThan(0)
}

/** Waits until a text lies on the device that holds these words: what comes from elsewhere is kept a moment later. */
export async function wordsOnDevice(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.evaluate(holdsWords, words)).toBe(true)
}

/** Runs in the page: whether the content of a document in its IndexedDB has these words (ASCII). */
async function holdsWords(words: string): Promise<boolean> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue
    const database = await done(indexedDB.open(name))
    const stores = ['snapshots', 'rows'].filter(store => database.objectStoreNames.contains(store))
    const found = await Promise.all(
      stores.map(store => done<unknown[]>(database.transaction(store).objectStore(store).getAll())),
    )
    database.close()
    const bytes = found.flat().flatMap(record => Object.values(record as Record<string, unknown>))
    if (
      bytes.some(part => part instanceof Uint8Array && new TextDecoder('latin1').decode(part).includes(words))
    )
      return true
  }
  return false
}

/** Runs in the page: how many sheets its IndexedDB has a record of. */
export async function countSheets(): Promise<number> {
  let count = 0
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    if (database.objectStoreNames.contains('documents')) {
      count += await new Promise<number>((resolve, reject) => {
        const request = database.transaction('documents').objectStore('documents').count()
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    }
    database.close()
  }
  return count
}
