import type { Configuration } from '@hocuspocus/server'
import type { CollabContext } from './context.ts'
import { Refused } from './refused.ts'

export type Hooks = Pick<
  Configuration<CollabContext>,
  | 'onAuthenticate'
  | 'onLoadDocument'
  | 'afterLoadDocument'
  | 'connected'
  | 'beforeUnloadDocument'
  | 'afterUnloadDocument'
>

/** Hocuspocus waits for these and lets a throw decide; it awaits none of the others, or not always. */
const deciding: readonly string[] = ['onAuthenticate', 'onLoadDocument', 'beforeUnloadDocument']

/**
 * Makes a throw in a hook harmless for the process: Hocuspocus leaves some of them to the process as
 * unhandled rejections. A deciding hook's error becomes a refusal of that one client; any other hook's
 * error ends here. `report` hears of everything that was no refusal.
 */
export function wrapHooks(
  hooks: Partial<Hooks>,
  report: (hook: string, error: unknown) => void,
): Partial<Hooks> {
  const wrapped = Object.entries(hooks).map(([name, hook]) => {
    const call = hook as (payload: unknown) => unknown
    const safe = async (payload: unknown): Promise<unknown> => {
      try {
        return await call(payload)
      } catch (error) {
        if (!(error instanceof Refused)) report(name, error)
        if (!deciding.includes(name)) return undefined
        throw error instanceof Refused ? error : new Refused('unavailable', { cause: error })
      }
    }
    return [name, safe] as const
  })
  // Each wrapped hook takes and answers what the hook of its name does.
  return Object.fromEntries(wrapped) as Partial<Hooks>
}
