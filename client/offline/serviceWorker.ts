import { type Readable, writable } from '#client/lib/store.ts'

/**
 * Whether the app starts without a network on this device.
 * `insecure`: plain HTTP from another machine, where browsers offer no service worker.
 * `updateReady`: a newer version waits; `takeUpdate` takes it.
 */
export type AppCache =
  | { state: 'starting' }
  | { state: 'ready' }
  | { state: 'updateReady' }
  | { state: 'insecure' }
  | { state: 'unavailable' }

const cache = writable<AppCache>({ state: 'starting' })
export const appCache: Readable<AppCache> = cache

/** A page that stays open asks for a newer version this often, in ms. */
const updatePause = 60 * 60 * 1000

let registration: ServiceWorkerRegistration | null = null
let reloading = false

/** Registers the service worker; call once at the start. A newer version waits until `takeUpdate`. */
export async function startServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    cache.set({ state: window.isSecureContext ? 'unavailable' : 'insecure' })
    return
  }
  const worker = navigator.serviceWorker
  try {
    registration = await worker.register('/sw.js', { updateViaCache: 'none' })
  } catch {
    // private mode, or a server without a built client: the app works, but only with a network
    cache.set({ state: worker.controller ? 'ready' : 'unavailable' })
    return
  }
  const current = registration
  const look = () => {
    if (current.waiting && worker.controller) cache.set({ state: 'updateReady' })
    else if (current.active) cache.set({ state: 'ready' })
  }
  const follow = () => current.installing?.addEventListener('statechange', look)
  current.addEventListener('updatefound', follow)
  follow()
  look()
  void worker.ready.then(look)
  worker.addEventListener('controllerchange', () => {
    if (reloading) location.reload()
  })
  setInterval(() => {
    // without a network there is nothing newer to be had
    if (navigator.onLine) current.update().catch(() => undefined)
  }, updatePause)
}

/**
 * Takes the newer version: the page is loaded anew. Only when the person agrees or no sheet is open;
 * nothing is lost, because what was written lies on the device.
 */
export function takeUpdate(): void {
  if (!registration?.waiting) return
  reloading = true
  // a worker is reached by its handle and takes no origin
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  registration.waiting.postMessage({ type: 'SKIP_WAITING' })
}

/** So long, in ms, a newer version may take to arrive before the page is loaded anew with what there is. */
const arrivalLimit = 15_000

/**
 * Loads the page anew with the newest version that the server has; without a network, with the present one. What was
 * written and not sent stays on the device.
 */
export async function reloadNewest(): Promise<void> {
  await Promise.race([newestWaits(), new Promise<void>(resolve => setTimeout(resolve, arrivalLimit))])
  if (!registration?.waiting) return location.reload()
  takeUpdate()
  // `takeUpdate` reloads when the new worker has taken over; a worker that never does must not keep the person here
  setTimeout(() => location.reload(), arrivalLimit)
}

/** Resolves when no newer version is on its way any more. */
async function newestWaits(): Promise<void> {
  const current = registration
  if (!current) return
  // without a network, or from a server that is gone, there is nothing newer to be had
  await current.update().catch(() => undefined)
  const { installing } = current
  if (!installing) return
  await new Promise<void>(resolve => {
    installing.addEventListener('statechange', () => {
      if (installing.state !== 'installing') resolve()
    })
  })
}
