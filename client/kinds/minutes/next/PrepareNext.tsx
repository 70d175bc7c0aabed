import { useState } from 'react'
import { useMinutes } from '#client/kinds/minutes/useMinutes.ts'
import { useWords } from '#client/kinds/minutes/words.ts'
import { Drawer } from '#client/ui/Drawer.tsx'
import { may } from '#shared/permissions.ts'
import { NextSheet } from './NextSheet.tsx'

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
          <NextSheet />
        </Drawer>
      ) : null}
    </p>
  )
}
