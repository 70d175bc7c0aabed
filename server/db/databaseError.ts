/** An error of the database thread. `resultCode` is SQLite's extended result code, 0 if it has none. */
export class DatabaseError extends Error {
  readonly code: string
  readonly resultCode: number
  constructor(details: { message: string; code: string; resultCode: number }) {
    super(details.message)
    this.name = 'DatabaseError'
    this.code = details.code
    this.resultCode = details.resultCode
  }
}
