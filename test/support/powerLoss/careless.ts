import { DatabaseSync } from 'node:sqlite'

/**
 * Loaded before the server (`--import`): its databases do not wait for the disk at each commit. A server
 * with this mistake is what the power cuts must be able to tell from a right one.
 */
type Exec = (this: DatabaseSync, sql: string) => void
const exec: Exec = Reflect.get<DatabaseSync, 'exec'>(DatabaseSync.prototype, 'exec')
DatabaseSync.prototype.exec = function careless(sql) {
  exec.call(this, sql.replace(/synchronous\s*=\s*FULL/i, 'synchronous = NORMAL'))
}
