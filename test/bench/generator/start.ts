import { fork } from 'node:child_process'
import path from 'node:path'
import type { Answered, JobName, Jobs } from './jobs.ts'

// Longer than any job takes; beyond it something hangs.
const longestJobMs = 5 * 60_000

/**
 * Runs a job in a generator process of its own. `onHeld` is what is to be done each time
 * an idle job has opened a group.
 */
export function generate<Name extends JobName>(
  name: Name,
  job: Jobs[Name]['job'],
  onHeld: () => Promise<void> = () => Promise.resolve(),
): Promise<Jobs[Name]['result']> {
  const child = fork(path.join(import.meta.dirname, 'main.ts'), {
    serialization: 'advanced',
    // typists' documents are made ahead and stay
    execArgv: ['--max-old-space-size=4096', '--max-semi-space-size=32'],
  })
  return new Promise<Jobs[Name]['result']>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The job ${name} took too long`)), longestJobMs)
    child.once('error', reject)
    child.once('exit', code => {
      clearTimeout(timer)
      reject(new Error(`The generator ended with ${code}`))
    })
    child.on('message', (message: Answered | 'held') => {
      if (message === 'held') {
        onHeld().then(() => child.send('go on'), reject)
      } else if ('error' in message) reject(new Error(message.error))
      else resolve(message.result)
    })
    child.send({ name, job })
  }).finally(() => child.kill('SIGKILL'))
}
