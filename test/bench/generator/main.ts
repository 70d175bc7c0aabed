import { fanoutJob } from './fanoutJob.ts'
import { idleJob } from './idleJob.ts'
import type { Answered, Asked } from './jobs.ts'
import { mergeJob } from './mergeJob.ts'
import { openJob } from './openJob.ts'

/** The process that plays all clients: takes one job from its parent, answers, and ends. */
process.once('message', (asked: Asked) => {
  run(asked).then(
    result => answer({ result }),
    (error: unknown) =>
      answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => process.exit(1))

function run(asked: Asked) {
  switch (asked.name) {
    case 'fanout':
      return fanoutJob(asked.job)
    case 'open':
      return openJob(asked.job)
    case 'merge':
      return mergeJob(asked.job)
    default:
      return idleJob(asked.job, held)
  }
}

/** Tells the parent that what it asked for is open and waits until it has looked. */
function held(): Promise<void> {
  return new Promise(resolve => {
    process.once('message', () => resolve())
    process.send?.('held')
  })
}

function answer(answered: Answered): void {
  process.send?.(answered, undefined, undefined, () => process.exit(0))
}
