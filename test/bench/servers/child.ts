import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { z } from 'zod'
import type { Memory } from './server.ts'

const root = path.join(import.meta.dirname, '..', '..', '..')
const probeFile = path.join(import.meta.dirname, 'probe.mjs')
// A server that takes longer to answer, to leave, or to start hangs.
const patienceMs = 60_000
const outputKept = 4_000

const memorySchema = z.object({
  memory: z.object({ rss: z.number(), heaps: z.array(z.tuple([z.int(), z.number()])) }),
})

/** A server process of ours: started, asked, ended, and only this one. */
export interface Child {
  readonly pid: number
  /** Resolves when the process is gone, for whatever reason. */
  readonly ended: Promise<void>
  /** Sends a message, if one is given, and waits for the next that `schema` takes. */
  ask<T>(message: unknown, schema: z.ZodType<T>): Promise<T>
  /** Waits until the output has a match. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  memory(): Promise<Memory>
  stop(how: 'kill' | 'leave'): Promise<void>
}

export function startChild(
  args: readonly string[],
  options: {
    env: Readonly<Record<string, string>>
    probe?: boolean
    execArgv?: readonly string[]
    /** hears everything that the process prints */
    onOutput?: (text: string) => void
  },
): Child {
  const probing = options.probe === true ? ['--expose-gc', '--import', probeFile] : []
  const process_ = spawn(process.execPath, [...(options.execArgv ?? []), ...probing, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  let output = ''
  const watchers = new Set<() => void>()
  for (const stream of [process_.stdout, process_.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-outputKept)
      options.onOutput?.(text)
      for (const watcher of watchers) watcher()
    })
  }
  // also when the bench is interrupted, no server stays behind
  const endWithUs = () => process_.kill('SIGKILL')
  process.on('exit', endWithUs)
  const ended = new Promise<void>(resolve => {
    process_.once('close', () => {
      process.off('exit', endWithUs)
      resolve()
    })
  })

  function waitFor<T>(what: string, watch: (found: (value: T) => void) => () => void): Promise<T> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${why} before ${what}:\n${output}`))
      const timer = setTimeout(() => fail('A minute passed'), patienceMs)
      const unwatch = watch(value => {
        clearTimeout(timer)
        unwatch()
        resolve(value)
      })
      void ended.then(() => {
        clearTimeout(timer)
        fail('The server ended')
      })
    })
  }

  const ask: Child['ask'] = (message, schema) =>
    waitFor('an answer', found => {
      const listen = (answer: unknown) => {
        const parsed = schema.safeParse(answer)
        if (parsed.success) found(parsed.data)
      }
      process_.on('message', listen)
      if (message !== null) process_.send(message as object)
      return () => process_.off('message', listen)
    })

  return {
    pid: pidOf(process_),
    ended,
    ask,
    printed: pattern =>
      waitFor(String(pattern), found => {
        const look = () => {
          const match = pattern.exec(output)
          if (match) found(match)
        }
        watchers.add(look)
        queueMicrotask(look)
        return () => watchers.delete(look)
      }),
    async memory() {
      const { memory } = await ask('memory', memorySchema)
      const heap = memory.heaps.reduce((sum, [, bytes]) => sum + bytes, 0)
      return { rss: memory.rss, heap, heapOf: new Map(memory.heaps) }
    },
    async stop(how) {
      process_.kill(how === 'kill' ? 'SIGKILL' : 'SIGTERM')
      const timer = setTimeout(() => process_.kill('SIGKILL'), patienceMs)
      await ended
      clearTimeout(timer)
    },
  }
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('The server could not be started')
  return pid
}
