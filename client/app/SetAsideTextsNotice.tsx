import { useEffect, useMemo, useState } from 'react'
import * as Y from 'yjs'
import { differences, type Section } from '#client/document/readable.ts'
import type { AnySession } from '#client/document/session.ts'
import { SetAsideNotice } from '#client/features/setAside/SetAsideNotice.tsx'
import { errorText } from '#client/i18n/errorText.ts'
import { text as say } from '#client/i18n/i18n.ts'
import { loadView } from '#client/kinds/registry.ts'
import { asAppError } from '#client/lib/rpc.ts'
import type { HeldText, SetAsideTexts } from '#client/offline/setAside.ts'
import type { AnyView } from '#client/sheet/kindView.ts'
import { offered } from '#client/ui/offer.ts'
import type { AnyKind } from '#shared/document/defineKind.ts'
import { loadKind } from '#shared/kinds/registry.ts'

type Props = {
  /** of one document, so of one kind */
  readonly texts: readonly HeldText[]
  readonly source: SetAsideTexts
  readonly session: AnySession | null
}

/** The set-aside texts of a document, read through the projection of its kind. */
export function SetAsideTextsNotice(props: Props) {
  const reader = useReader(props.texts[0]?.kind ?? null)
  return reader ? <ReadTexts {...props} reader={reader} /> : null
}

/** What it takes to read documents of a kind. */
type Reader = { readonly kind: AnyKind; readonly view: AnyView }

function useReader(name: string | null): Reader | null {
  const [reader, setReader] = useState<Reader | null>(null)
  useEffect(() => {
    let isHere = true
    if (name !== null) {
      void Promise.all([loadKind(name), loadView(name)]).then(([kind, view]) => {
        if (isHere && kind && view) setReader({ kind, view })
      })
    }
    return () => {
      isHere = false
    }
  }, [name])
  return reader
}

function ReadTexts({ texts, source, session, reader }: Props & { readonly reader: Reader }) {
  const worthShowing = useWorthShowing(texts, source, session, reader)
  const [youngest, ...older] = worthShowing
  if (!youngest) return null
  return (
    <SetAsideNotice
      texts={[youngest, ...older]}
      read={text => readText(reader, text)}
      present={() => session && readSession(reader, session)}
      putAway={text => void putAway(source, text)}
    />
  )
}

function readText({ kind, view }: Reader, text: HeldText): readonly Section[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, text.state)
  const { value } = kind.project(doc)
  doc.destroy()
  return view.readable(value, nameIn(text.members), [])
}

const readSession = ({ kind, view }: Reader, session: AnySession): readonly Section[] =>
  view.readable(kind.project(session.doc).value, nameIn(session.members), [])

const nameIn = (members: HeldText['members']) => (id: string) =>
  members.find(member => member.personId === id)?.displayName ?? id

/**
 * A document that began anew makes every device set its text aside, to be safe. Where nothing waited there and the new
 * document has all of it, nobody needs to hear of it.
 */
function useWorthShowing(
  texts: readonly HeldText[],
  source: SetAsideTexts,
  session: AnySession | null,
  reader: Reader,
): readonly HeldText[] {
  const needless = useMemo(() => {
    const candidates = session ? texts.filter(text => text.entries.length === 0) : []
    return candidates.filter(
      text => session && differences(readText(reader, text), readSession(reader, session)).length === 0,
    )
  }, [texts, session, reader])
  useEffect(() => {
    // what the device cannot let go of now is looked at again at the next opening
    for (const text of needless) void source.putAway(text).catch(() => undefined)
  }, [needless, source])
  return texts.filter(text => !needless.includes(text))
}

async function putAway(source: SetAsideTexts, text: HeldText): Promise<void> {
  try {
    const bringBack = await source.putAway(text)
    offered.set({
      says: say('aside.putAwayDone'),
      does: say('offer.bringBack'),
      run: () => void bringBack().catch(tellError),
    })
  } catch (error) {
    tellError(error)
  }
}

const tellError = (error: unknown): void => offered.set({ says: errorText(asAppError(error)) })
