import type { FanoutJob, FanoutResult } from './fanoutJob.ts'
import type { IdleJob, IdleResult } from './idleJob.ts'
import type { MergeJob, MergeResult } from './mergeJob.ts'
import type { OpenJob, OpenResult } from './openJob.ts'

/** What a generator can be asked for, and what it answers. */
export type Jobs = {
  fanout: { job: FanoutJob; result: FanoutResult }
  open: { job: OpenJob; result: OpenResult }
  merge: { job: MergeJob; result: MergeResult }
  idle: { job: IdleJob; result: IdleResult }
}
export type JobName = keyof Jobs

export type Asked = { [Name in JobName]: { name: Name; job: Jobs[Name]['job'] } }[JobName]
export type Answered = { result: Jobs[JobName]['result'] } | { error: string }

/** How busy the generator itself was: a figure counts only if this is far from the limit. */
export type Overhead = {
  /** of one core, over the measured time */
  cpuShare: number
  /** 99 % of the turns of its event loop came later than asked by at most so much */
  loopDelayMs: number
  /** the measured time, on the monotonic clock of the machine */
  fromUs: number
  toUs: number
}
