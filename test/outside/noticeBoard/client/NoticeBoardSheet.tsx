import { type ReactNode, useMemo } from 'react'
import { useField, useProse, useThings } from '#client/document/hooks.ts'
import type { DocumentSession } from '#client/document/session.ts'
import { ProseField } from '#client/editor/ProseField.tsx'
import { isoDay } from '#client/i18n/format.ts'
import { randomToken } from '#client/lib/ids.ts'
import { serverNow } from '#client/lib/serverClock.ts'
import { useStore } from '#client/lib/store.ts'
import { moment, plainText, useAtom } from '#client/sheet/atom.ts'
import { findingsOf } from '#client/sheet/findingsByPath.ts'
import { Gloss } from '#client/sheet/Gloss.tsx'
import { goTo } from '#client/sheet/goTo.ts'
import { Letterhead } from '#client/sheet/Letterhead.tsx'
import { SheetFrame, type SheetWords } from '#client/sheet/SheetFrame.tsx'
import { typedSheet } from '#client/sheet/sheetContext.ts'
import { TextTools } from '#client/sheet/TextTools.tsx'
import { step } from '#client/sheet/writing.ts'
import { DateField } from '#client/ui/fields/DateField.tsx'
import { TextField } from '#client/ui/fields/TextField.tsx'
import type { RecordHandle } from '#shared/document/handle.ts'
import { findings } from '#shared/kinds/noticeBoard/findings.ts'
import type { noticeBoardDraftSchema, noticeSchema } from '#shared/kinds/noticeBoard/schema.ts'
import { useWords, word, wordIfKnown } from './words.ts'

type Session = DocumentSession<typeof noticeBoardDraftSchema>
const useBoard = typedSheet<typeof noticeBoardDraftSchema>()

/** A board: its head, and one notice below the other. */
export function NoticeBoardSheet({
  session,
  slips,
}: {
  readonly session: Session
  readonly slips: ReactNode
}) {
  const w = useWords()
  const readOnly = useStore(session.access) === 'read'
  const ids = useThings(session.handle.list('notices'))
  const words = useMemo<SheetWords>(() => {
    const nameOf = (id: string) => session.members.find(member => member.personId === id)?.displayName ?? id
    return {
      findings: findingsOf(session, value => findings(value, isoDay(new Date(serverNow())))),
      findingText: ({ detail }) => wordIfKnown(`finding.${detail}`) ?? detail,
      placeWord: path => (path.startsWith('notices') ? word('notices') : word('head')),
      people: session.members.map(member => ({ value: member.personId, label: member.displayName })),
      nameOf,
    }
  }, [session])
  const add = () => {
    const id = randomToken()
    step(session, () => session.handle.list('notices').add(id, {}))
    goTo(`notices/${id}/title`)
  }
  return (
    <SheetFrame
      session={session}
      words={words}
      outline={{ title: w('notices'), note: w('count', { count: ids.length }), Parts }}
      bar={readOnly ? [] : [{ label: w('add'), note: w('notices'), run: add }]}
      slips={slips}
    >
      <Head />
      {ids.map(id => {
        const notice = session.handle.list('notices').get(id)
        return notice ? <Notice key={id} id={id} notice={notice} /> : null
      })}
      {readOnly ? null : (
        <p className="dos noprint">
          <button type="button" className="do" onClick={add}>
            {w('add')}
          </button>
        </p>
      )}
    </SheetFrame>
  )
}

function Parts({ onJump }: { readonly onJump?: () => void }) {
  const { session } = useBoard()
  const ids = useThings(session.handle.list('notices'))
  return (
    <ol>
      {ids.map(id => (
        <li key={id}>
          <button
            type="button"
            className="do"
            onClick={() => {
              onJump?.()
              goTo(`notices/${id}`)
            }}
          >
            <TitleOf id={id} />
          </button>
        </li>
      ))}
    </ol>
  )
}

function TitleOf({ id }: { readonly id: string }) {
  const w = useWords()
  const { session } = useBoard()
  const notice = session.handle.list('notices').get(id)
  return notice ? <Title notice={notice} /> : w('untitled')
}

function Title({ notice }: { readonly notice: RecordHandle<typeof noticeSchema> }) {
  const w = useWords()
  return useField(notice, 'title') || w('untitled')
}

function Head() {
  const w = useWords()
  const { session } = useBoard()
  const header = session.handle.record('header')
  return (
    <>
      <Letterhead title={useAtom(header, 'title')} />
      <TextField {...plainText(useAtom(header, 'place'))} label={w('place')} placeholder="–" />
    </>
  )
}

function Notice({ id, notice }: { readonly id: string; readonly notice: RecordHandle<typeof noticeSchema> }) {
  const w = useWords()
  const { session, readOnly } = useBoard()
  const coming = useField(notice, 'coming')
  const body = useProse(notice, 'body')
  const path = `notices/${id}/body`
  const isComing = coming[session.self] === 'ja'
  return (
    <section className="item" data-path={`notices/${id}`} tabIndex={-1}>
      <TextField {...plainText(useAtom(notice, 'title'))} label={w('title')} placeholder={w('untitled')} />
      <Gloss path={`notices/${id}/title`} />
      <DateField {...moment(useAtom(notice, 'until'))} label={w('until')} />
      <Gloss path={`notices/${id}/until`} />
      <TextTools path={path} />
      {body ? (
        <ProseField fragment={body} session={session} path={path} label={w('body')} readOnly={readOnly} />
      ) : null}
      <p className="dos">
        <button
          type="button"
          className="do"
          aria-pressed={isComing}
          disabled={readOnly}
          onClick={() =>
            step(session, () => notice.owned('coming').set(session.self, isComing ? 'nein' : 'ja'))
          }
        >
          {w('comes')}
        </button>{' '}
        {w('coming', { count: Object.values(coming).filter(one => one === 'ja').length })}
      </p>
    </section>
  )
}
