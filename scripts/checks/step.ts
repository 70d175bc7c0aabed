import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/** What a step counted. A step that could not count reports itself as one check. */
export type Count = { readonly passed: number; readonly failed: number }

export type Step = {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  readonly env?: Readonly<Record<string, string>>
  /** Reads the counts from what the step left behind; without it the exit code is the one check. */
  readonly count?: () => Promise<Count>
}

/**
 * Runs one step with its output passed through and answers its counts. A non-zero exit is at least
 * one failure, whatever the step counted; a counting step that ran nothing has failed as well.
 */
export async function runStep(step: Step): Promise<Count> {
  const began = performance.now()
  console.log(`\n── ${step.name}`)
  const [program, ...args] = step.command
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...step.env },
    })
    child.once('error', reject)
    child.once('exit', (status, signal) => resolve(signal === null ? (status ?? 1) : 1))
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const counted = step.count ? await step.count().catch(() => ({ passed: 0, failed: 1 })) : null
  const ok = code === 0 && (counted === null || (counted.failed === 0 && counted.passed > 0))
  console.log(`── ${step.name}: ${ok ? 'ok' : 'FAILED'} (${seconds} s)`)
  if (counted === null) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  return ok ? counted : { passed: counted.passed, failed: Math.max(1, counted.failed) }
}
