import { describe, expect, it } from 'vitest'
import { startThread } from './threadClient.ts'

describe('startThread', () => {
  it('[DB3] rejects what waits and what comes later when the thread dies, and says so once', async () => {
    const failures: Error[] = []
    const thread = startThread({ file: '/nowhere/at/all.db', access: 'write', synchronous: 'FULL' }, error =>
      failures.push(error),
    )
    await expect(thread.query('select 1', [])).rejects.toThrow()
    await expect(thread.query('select 1', [])).rejects.toThrow()
    await thread.close()
    expect(failures).toHaveLength(1)
  })
})
