import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { demoMinutesId } from '#server/demo/seed.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import type { LedgerRow } from '#shared/ledger/row.ts'
import type { DemoAnswer, DemoRequest } from '#test/support/demoMessages.ts'

export { demoMinutesId }

/** The real server with the invented federation, on a folder of its own that survives a kill. */
export interface DemoServer {
  readonly url: string
  /** where its data lies */
  readonly dataDir: string
  /** sign-in link by person id; new ones after each start */
  readonly links: Readonly<Record<string, string>>
  /** what the server projects of a document now, the demo's minutes unless another is named; `D`: of which kind it is */
  project<D = MinutesDraft>(documentId?: string): Promise<D>
  /** what was decided about a document, the demo's minutes unless another is named */
  rows(documentId?: string): Promise<readonly LedgerRow[]>
  /** the server's clock runs on from here (ms since 1970) */
  setTime(now: number): Promise<void>
  /** SIGKILL: no goodbye */
  kill(): Promise<void>
  /** SIGTERM: an orderly end */
  stop(): Promise<void>
  /** the same folder on the same port again */
  restart(): Promise<void>
  /** SIGSTOP and SIGCONT: the process stands still with open sockets */
  freeze(): void
  thaw(): void
  /** ends the process and removes the folder */
  dispose(): Promise<void>
}

/**
 * `root`: of which copy of the project; this one unless told. `showcase`: with every kind of document as `npm run demo`
 * has them, and not with A1 before its meeting alone.
 */
export async function startDemo({
  root = path.resolve('.'),
  showcase = false,
}: {
  readonly root?: string
  readonly showcase?: boolean
} = {}): Promise<DemoServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mitschrift-e2e-'))
  let running = await launch(root, folder, 0, showcase)
  let requests = 0
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const { child } = running
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
    child.kill('SIGCONT')
    child.kill(signal)
    await ended
  }
  const ask = (request: (id: number) => DemoRequest): Promise<DemoAnswer> => {
    const { child } = running
    const id = ++requests
    return new Promise((resolve, reject) => {
      const hear = (answer: DemoAnswer): void => {
        if (answer.type === 'listening' || answer.id !== id) return
        child.off('message', hear)
        resolve(answer)
      }
      child.on('message', hear)
      child.send(request(id), error => {
        if (error) reject(error)
      })
    })
  }
  return {
    get url() {
      return running.url
    },
    dataDir: folder,
    get links() {
      return running.links
    },
    async project<D>(documentId: string = demoMinutesId) {
      const answer = await ask(id => ({ type: 'project', id, documentId }))
      if (answer.type !== 'projection') throw new Error('The server answered something else')
      // whoever asks says of which kind the document is
      return answer.value as D
    },
    async rows(documentId = demoMinutesId) {
      const answer = await ask(id => ({ type: 'rows', id, documentId }))
      if (answer.type !== 'rows') throw new Error('The server answered something else')
      return answer.rows
    },
    async setTime(now) {
      await ask(id => ({ type: 'time', id, now }))
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async restart() {
      running = await launch(root, folder, Number(new URL(running.url).port))
    },
    freeze: () => void running.child.kill('SIGSTOP'),
    thaw: () => void running.child.kill('SIGCONT'),
    async dispose() {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Running = { readonly child: ChildProcess; readonly url: string; readonly links: Record<string, string> }

async function launch(root: string, folder: string, port: number, showcase = false): Promise<Running> {
  const words = [folder, String(port), ...(showcase ? ['showcase'] : [])]
  const child = fork(path.join(root, 'test/support/demoProcess.ts'), words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`The server ended with ${code} before it listened`)))
    child.once('message', (answer: DemoAnswer) => {
      if (answer.type === 'listening') resolve({ child, url: answer.url, links: { ...answer.links } })
    })
  })
}
