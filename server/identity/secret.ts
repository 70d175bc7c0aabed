import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * The secret that signs session cookies. Made once and kept in the data folder, readable for the server's
 * own user alone; a restored folder keeps its sessions.
 */
export async function loadSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'auth.secret')
  const kept = await readIfThere(file)
  if (kept !== null) return kept
  const handle = await open(file, 'wx', 0o600)
  try {
    const secret = randomBytes(48).toString('base64url')
    await handle.writeFile(secret)
    await handle.sync()
    return secret
  } finally {
    await handle.close()
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    const content = (await readFile(file, 'utf8')).trim()
    if (content.length < 32)
      throw new Error('auth.secret in the data folder is damaged: delete it to sign everybody out')
    return content
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
