import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { wantedKind } from '#client/features/newDocument/wanted.ts'
import type { KnownDocument } from '#client/features/palette/entries.ts'
import { Palette } from '#client/features/palette/Palette.tsx'
import { kindLabels } from '#client/kinds/registry.ts'
import { asAppError } from '#client/lib/rpc.ts'
import { useStore } from '#client/lib/store.ts'
import { listDocuments } from '#client/offline/deviceStore.ts'
import { home } from './home.ts'
import { sheetActions } from './sheetActions.ts'

/** The palette with what this person has: loaded when somebody asks for it. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const [documents, setDocuments] = useState<readonly KnownDocument[] | null>(null)
  const [, go] = useLocation()
  const sheet = useStore(sheetActions)
  useEffect(() => void knownDocuments().then(setDocuments), [])
  return (
    <Palette
      documents={documents}
      sheet={sheet}
      kinds={kindLabels}
      begin={kind => {
        wantedKind.set(kind)
        go('/')
      }}
      go={go}
      onClose={onClose}
    />
  )
}

/** Those opened on this device first, the last one at the front; then what else lies on the desk. */
async function knownDocuments(): Promise<readonly KnownDocument[]> {
  const now = home.get()
  const desk = now.state === 'ready' ? now.desk : null
  const onDevice = await listDocuments().catch(error => {
    // without a store there is what the desk has
    if (asAppError(error).code === 'badInput') throw error
    return []
  })
  const known = new Map<string, KnownDocument>()
  for (const { info, title, date, space } of onDevice) {
    known.set(info.id, { id: info.id, title, kind: info.kind, date, note: space.name })
  }
  for (const { id, title, kind, date, spaceId } of desk?.documents ?? []) {
    const note = desk?.spaces.find(space => space.id === spaceId)?.name ?? ''
    if (!known.has(id)) known.set(id, { id, title, kind, date, note })
  }
  return [...known.values()]
}
