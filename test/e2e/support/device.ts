import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium, test } from '@playwright/test'

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
