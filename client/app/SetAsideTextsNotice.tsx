import { useEffect, useMemo } from 'react'
import * as Y from 'yjs'
import { differences, type Section } from '#client/document/readable.ts'
import type { MinutesSession } from '#client/document/session.ts'
import { SetAsideNotice } from '#client/features/setAside/SetAsideNotice.tsx'
import { errorText } from '#client/i18n/errorText.ts'
import { text as say } from '#client/i18n/i18n.ts'
import { readableMinutes } from '#client/kinds/minutes/readable.ts'
import { asAppError } from '#client/lib/rpc.ts'
import type { HeldText, SetAsideTexts } from '#client/offline/setAside.ts'
import { offered } from '#client/ui/offer.ts'
import { kinds } from '#shared/kinds/registry.ts'

/** The set-aside texts of minutes, read through the kind's projection. */
export function SetAsideTextsNotice(props: {
  readonly texts: readonly HeldText[]
  readonly source: SetAsideTexts
  readonly session: MinutesSession | null
}) {
  const { texts, source, session } = props
  const worthShowing = useWorthShowing(texts, source, session)
  const [youngest, ...older] = worthShowing
  if (!youngest) return null
  return (
    <SetAsideNotice
      texts={[youngest, ...older]}
      read={readText}
      present={() => session && readSession(session)}
      putAway={text => void putAway(source, text)}
    />
  )
}

function readText(text: HeldText): readonly Section[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, text.state)
  const { value } = kinds[text.kind].project(doc)
  doc.destroy()
  return readableMinutes(value, nameIn(text.members))
}

const readSession = (session: MinutesSession): readonly Section[] =>
  readableMinutes(kinds[session.info.kind].project(session.doc).value, nameIn(session.members))

const nameIn = (members: HeldText['members']) => (id: string) =>
  members.find(member => member.personId === id)?.displayName ?? id

/**
 * A document that began anew makes every device set its text aside, to be safe. Where nothing waited there and the new
 * document has all of it, nobody needs to hear of it.
 */
function useWorthShowing(
  texts: readonly HeldText[],
  source: SetAsideTexts,
  session: MinutesSession | null,
): readonly HeldText[] {
  const needless = useMemo(() => {
    const candidates = session ? texts.filter(text => text.entries.length === 0) : []
    return candidates.filter(
      text => session && differences(readText(text), readSession(session)).length === 0,
    )
  }, [texts, session])
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
