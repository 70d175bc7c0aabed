import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'

/**
 * The secret that signs session cookies. Made once and kept in the data folder, readable for the server's
 * own user alone; a restored folder keeps its sessions.
 */
export async function loadSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'auth.secret')
  const kept = await readIfThere(file)
  if (kept !== null) return kept
  // Whole or not at all, also when the power goes: a new name only for what is on disk, then the name itself.
  const unfinished = `${file}.new`
  const secret = randomBytes(48).toString('base64url')
  const handle = await open(unfinished, 'w', 0o600)
  try {
    await handle.writeFile(secret)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(unfinished, file)
  const folder = await open(dataDir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
  return secret
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
