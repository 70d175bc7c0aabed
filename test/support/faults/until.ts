import { setTimeout as pause } from 'node:timers/promises'

/** Asks again until the answer is yes; for what nobody calls back about, like another process' metrics. */
export async function until(
  what: string,
  condition: () => Promise<boolean> | boolean,
  limitMs = 30_000,
): Promise<void> {
  const end = performance.now() + limitMs
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Waited in vain: ${what}`)
    await pause(50)
  }
}
