import { Suspense, useState } from 'react'
import { part } from '#client/lib/part.ts'
import { Drawer } from '#client/ui/Drawer.tsx'
import { may } from '#shared/permissions.ts'
import { useMinutes } from './useMinutes.ts'
import { useRecord } from './useRecord.ts'
import { useWords } from './words.ts'

const ClosingGuide = part(async () => (await import('./decided/ClosingGuide.tsx')).ClosingGuide)

/** „Sitzung schließen“: the way to what is missing and to the step itself. Nothing where it is closed already. */
export function CheckClosing() {
  const w = useWords()
  const { session } = useMinutes()
  const { closing } = useRecord()
  const [isOpen, setOpen] = useState(false)
  if (closing) return null
  const does = w(may(session.space.role, 'write') ? 'close.do' : 'check.do')
  return (
    <p className="dos">
      <button type="button" className="do" onClick={() => setOpen(true)}>
        {does}
      </button>
      {isOpen ? (
        <Drawer title={does} leave={w('close.leave')} onClose={() => setOpen(false)}>
          <Suspense fallback={null}>
            <ClosingGuide onClose={() => setOpen(false)} />
          </Suspense>
        </Drawer>
      ) : null}
    </p>
  )
}
