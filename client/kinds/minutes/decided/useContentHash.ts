import { useEffect } from 'react'
import { useProjection } from '#client/document/hooks.ts'
import { hashHere } from '#client/kinds/minutes/hashHere.ts'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useRecord } from '#client/kinds/minutes/useRecord.ts'
import { useStore } from '#client/lib/store.ts'
import { contentHash } from './contentHash.ts'

/** `unsent`: this device has text that the server does not have, so what stands here is not what was closed. */
export type HashState =
  | { readonly state: 'making' }
  | { readonly state: 'unsent' }
  | { readonly state: 'ready'; readonly hash: string }

/** The hash of the closed minutes as they stand here, made anew when they change; the findings get it, too (V16). */
export function useContentHash(): HashState {
  const { session } = useMinutes()
  const { value } = useProjection(session)
  const record = useRecord()
  const save = useStore(session.save)
  const here = hashHere(session)
  const hash = useStore(here)
  const waiting = useStore(session.intentions).filter(({ progress }) => progress.state === 'waiting').length
  const isUnsent = 'changes' in save && save.changes > waiting
  useEffect(() => {
    let isHere = true
    if (isUnsent) here.set(null)
    else
      void contentHash(value, record).then(made => {
        if (isHere) here.set(made)
      })
    return () => {
      isHere = false
    }
  }, [value, record, isUnsent, here])
  if (isUnsent) return { state: 'unsent' }
  return hash === null ? { state: 'making' } : { state: 'ready', hash }
}
