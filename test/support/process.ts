import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..')

/** A process under test with everything it has printed so far. */
export interface TestProcess {
  readonly child: ChildProcess
  readonly output: string
  /** Resolves with the match as soon as the output has one; rejects if the process ends first. */
  until(pattern: RegExp): Promise<RegExpExecArray>
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

/** Runs a file of the project under the Node that runs the tests. */
export function startProcess(args: readonly string[], env: Record<string, string>): TestProcess {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const watchers = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      for (const watcher of watchers) watcher()
    })
  }
  // „close“ rather than „exit“: by then all output has been read
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  return {
    child,
    ended,
    get output() {
      return output
    },
    until: pattern =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output)
          if (!match) return
          watchers.delete(look)
          resolve(match)
        }
        watchers.add(look)
        look()
        ended.then(
          () => reject(new Error(`The process ended before printing ${pattern}:\n${output}`)),
          (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
        )
      }),
  }
}
