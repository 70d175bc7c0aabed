import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimFolder, FolderTaken } from '#server/db/singleProcess.ts'
import { startProcess, type TestProcess } from '#test/support/process.ts'

let folder: string
let running: TestProcess[]
beforeEach(async () => {
  running = []
  folder = await mkdtemp(path.join(tmpdir(), 'single-'))
})
afterEach(async () => {
  for (const { child, ended } of running) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  }
  await rm(folder, { recursive: true, force: true })
})

function start(): TestProcess {
  const server = startProcess(['server/main.ts'], {
    DATA_DIR: folder,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  })
  running.push(server)
  return server
}
const isRunning = (server: TestProcess) => server.until(/Mitschrift läuft: (\S+)/)

describe('one process per data folder', () => {
  it('a second server refuses to start and says why; the first goes on', async () => {
    const first = start()
    const [, url = ''] = await isRunning(first)
    const before = await readFile(path.join(folder, 'journal.db'))

    const second = start()
    expect(await second.ended).toEqual({ code: 1, signal: null })
    expect(second.output).toContain(`In DATA_DIR=${folder} arbeitet schon ein anderer Prozess`)
    expect(second.output).toContain('Nothing is damaged')
    expect(second.output).not.toContain('    at ')
    expect(second.output).not.toContain('läuft')

    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    expect(await readFile(path.join(folder, 'journal.db'))).toEqual(before)
  })

  it.each(['SIGKILL', 'SIGTERM'] as const)('[a1] after %s the folder is free again', async signal => {
    const first = start()
    await isRunning(first)
    first.child.kill(signal)
    await first.ended
    await isRunning(start())
  })

  it('[a1] a process that is killed while another one asks frees the folder for it', async () => {
    const first = start()
    await isRunning(first)
    expect(() => claimFolder(folder)).toThrow(FolderTaken)
    first.child.kill('SIGKILL')
    await first.ended
    claimFolder(folder).release()
    await isRunning(start())
  })

  it('within one process, too, a folder is claimed once at a time', () => {
    const claim = claimFolder(folder)
    expect(() => claimFolder(folder)).toThrow(FolderTaken)
    claim.release()
    claim.release()
    const next = claimFolder(folder)
    // a claim that was let go of before takes nothing from the next one
    claim.release()
    expect(() => claimFolder(folder)).toThrow(FolderTaken)
    next.release()
  })
})
