import { DatabaseSync } from 'node:sqlite'

/** Takes the write lock of a database in use, as a backup tool or a stuck process would; call the answer to let go. */
export function lockDatabase(file: string): () => void {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  database.exec('BEGIN EXCLUSIVE')
  return () => {
    database.exec('ROLLBACK')
    database.close()
  }
}
