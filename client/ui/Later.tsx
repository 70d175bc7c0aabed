import { type ReactNode, Suspense } from 'react'
import { laterParts } from '#client/lib/later.ts'
import { useStore } from '#client/lib/store.ts'

/** What comes a moment after the sheet: it is fetched when the first key has long been taken. */
export function Later({ children }: { readonly children: ReactNode }) {
  const isNow = useStore(laterParts)
  return isNow ? <Suspense fallback={null}>{children}</Suspense> : null
}
