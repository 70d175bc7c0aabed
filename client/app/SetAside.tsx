import { Suspense, useEffect, useMemo } from 'react'
import type { AnySession, SessionLife } from '#client/document/session.ts'
import { part } from '#client/lib/part.ts'
import { type Readable, useStore } from '#client/lib/store.ts'
import { setAsideTexts } from '#client/offline/deviceStore.ts'
import { rememberedPerson } from '#client/offline/person.ts'
import type { HeldText } from '#client/offline/setAside.ts'
import type { DocumentId } from '#shared/ids.ts'

const SetAsideTextsNotice = part(async () => (await import('./SetAsideTextsNotice.tsx')).SetAsideTextsNotice)

/** Above a sheet: the texts of this document that were set aside on this device, if there are any. */
export function SetAside(props: { readonly document: DocumentId; readonly session: AnySession | null }) {
  const { document, session } = props
  const source = useMemo(() => {
    const person = rememberedPerson()
    return person ? setAsideTexts(person.id) : null
  }, [])
  const texts = useStore(source?.of(document) ?? none)
  const life = useStore(session?.life ?? alwaysOpen)
  useEffect(() => void source?.look(document), [source, document])
  // it says that the sheet is open anew: not before that is so
  if (!source || texts.length === 0 || life.state === 'replaced') return null
  return (
    <Suspense fallback={null}>
      <SetAsideTextsNotice texts={texts} source={source} session={session} />
    </Suspense>
  )
}

const always = <T,>(value: T): Readable<T> => ({ get: () => value, subscribe: () => () => undefined })
const alwaysOpen = always<SessionLife>({ state: 'open' })
const none = always<readonly HeldText[]>([])
