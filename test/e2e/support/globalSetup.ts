import { spawnSync } from 'node:child_process'

/** The browser tests share one build of the client; a stale one would test yesterday's code. */
export default function globalSetup(): void {
  const built = spawnSync(process.execPath, ['scripts/run/buildClient.mjs'], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('The client could not be built')
}
