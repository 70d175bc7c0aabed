import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Overhead } from './jobs.ts'

const resolutionMs = 5

/** Watches this process from now until the answer is taken. */
export function watchOverhead(): () => Overhead {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs })
  delay.enable()
  const cpu = process.cpuUsage()
  const begin = performance.now()
  const fromUs = monotonicUs()
  return () => {
    delay.disable()
    const { user, system } = process.cpuUsage(cpu)
    const ms = performance.now() - begin
    return {
      fromUs,
      toUs: monotonicUs(),
      cpuShare: (user + system) / 1000 / ms,
      // the histogram holds the whole interval between two looks
      loopDelayMs: Math.max(0, delay.percentile(99) / 1e6 - resolutionMs),
    }
  }
}

/** The clock that all processes of a machine share, and that profiles are stamped with. */
const monotonicUs = (): number => Number(process.hrtime.bigint() / 1000n)
