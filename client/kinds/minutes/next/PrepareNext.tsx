import { Suspense, useState } from 'react'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { part } from '#client/lib/part.ts'
import { Drawer } from '#client/ui/Drawer.tsx'
import { may } from '#shared/permissions.ts'

const NextSheet = part(async () => (await import('./NextSheet.tsx')).NextSheet)

/** „Nächste Sitzung vorbereiten“: a new sheet from what these minutes leave open. */
export function PrepareNext() {
  const w = useWords()
  const { session } = useMinutes()
  const [isOpen, setOpen] = useState(false)
  if (!may(session.space.role, 'create')) return null
  return (
    <p className="dos">
      <button type="button" className="do" onClick={() => setOpen(true)}>
        {w('prepare.do')}
      </button>
      {isOpen ? (
        <Drawer title={w('prepare.do')} onClose={() => setOpen(false)}>
          <Suspense fallback={null}>
            <NextSheet />
          </Suspense>
        </Drawer>
      ) : null}
    </p>
  )
}
