import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '#shared/errors.ts'
import { asAppError } from './rpc.ts'

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: AppError }

/**
 * What the server answers, asked for again when `key` changes, when the connection is back, and by `reload`. What
 * stands there stays until the next answer; after a failure only where there is nothing to show.
 */
export function useLoaded<T>(load: () => Promise<T>, key: string): readonly [Loaded<T>, () => void] {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly now: Loaded<T> }>({
    key,
    now: { state: 'loading' },
  })
  const [turn, setTurn] = useState(0)
  const reload = useCallback(() => setTurn(before => before + 1), [])
  useEffect(() => {
    let isHere = true
    const ask = async () => {
      try {
        const value = await load()
        if (isHere) setAnswer({ key, now: { state: 'ready', value } })
      } catch (error) {
        const failed = { state: 'failed', error: asAppError(error) } as const
        if (isHere)
          setAnswer(before =>
            before.key === key && before.now.state === 'ready' ? before : { key, now: failed },
          )
      }
    }
    void ask()
    return () => {
      isHere = false
    }
    // what is asked is named by the key; the function itself is another one at every rendering
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, turn])
  useEffect(() => {
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [reload])
  return [answer.key === key ? answer.now : { state: 'loading' }, reload]
}
