import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useThings } from '#client/document/hooks.ts'
import { FactSourceProvider, useFactSource } from '#client/editor/factSource.ts'
import { useStore } from '#client/lib/store.ts'
import { useAtom } from '#client/sheet/atom.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { LanguageMargin } from '#client/sheet/language/LanguageMargin.tsx'
import { openAskedNote } from '#client/sheet/language/LanguageNotes.tsx'
import { languageCheckOf } from '#client/sheet/language/languageCheck.ts'
import { type LanguageHelp, LanguageHelpProvider } from '#client/sheet/language/languageContext.ts'
import { loadRules, rulesNow } from '#client/sheet/language/rulesNow.ts'
import { SheetFrame, type SheetWords } from '#client/sheet/SheetFrame.tsx'
import { useMembers } from '#client/sheet/useMembers.ts'
import { step } from '#client/sheet/writing.ts'
import { Hint } from '#client/ui/Hint.tsx'
import { languageTexts } from '#shared/kinds/pressTemplate/languageTexts.ts'
import type { PressDraft } from '#shared/kinds/pressTemplate/schema.ts'
import { Boilerplate, Contact, Crisis, LocalNotes } from './About.tsx'
import { Access } from './Access.tsx'
import { BeginWithMaster } from './BeginWithMaster.tsx'
import { EmbargoForm, EventForm } from './EmbargoForm.tsx'
import { findingText } from './findingText.ts'
import { gatesOf } from './gates.ts'
import { Head } from './Head.tsx'
import { Images } from './Images.tsx'
import { keptId } from './keptId.ts'
import { Outline } from './Outline.tsx'
import s from './Press.module.css'
import { Preview } from './Preview.tsx'
import { placeWord } from './parts.ts'
import { Quotes } from './Quotes.tsx'
import { ReleaseText } from './ReleaseText.tsx'
import { type PressSession, usePress } from './usePress.ts'
import { DrawnProvider, derived, drawnOf } from './useRelease.ts'
import { Variables } from './Variables.tsx'
import { WQuestions } from './WQuestions.tsx'
import { useWords } from './words.ts'

/** A press template or a release: written on the left hand, seen as it is printed on the other. */
export function PressSheet(props: { readonly session: PressSession; readonly slips: ReactNode }) {
  const { session, slips } = props
  const t = useWords()
  const { people, nameOf } = useMembers(session)
  const group = useFactSource()
  const drawn = useMemo(() => drawnOf(session, group), [session, group])
  const facts = useMemo(() => derived(drawn, ({ shown }) => shown), [drawn])
  const help = useLanguage(session)
  const found = useMemo(() => gatesOf(session, group, help.check), [session, group, help.check])
  const quotes = useThings(session.handle.list('quotes'))
  const [view, setView] = useState<'write' | 'print'>('write')
  const words = useMemo<SheetWords>(
    () => ({ findings: found, findingText, placeWord, people, nameOf }),
    [found, people, nameOf],
  )
  const turn = () => setView(view === 'write' ? 'print' : 'write')
  return (
    <FactSourceProvider value={facts}>
      <DrawnProvider value={drawn}>
        <LanguageHelpProvider value={help}>
          <SheetFrame
            session={session}
            words={words}
            outline={{
              title: t('outline'),
              note: t('outline.note', { count: quotes.length }),
              Parts: Outline,
            }}
            bar={[
              { label: t('bar.text'), note: '', run: () => goTo('text') },
              view === 'write'
                ? { label: t('bar.preview'), note: t('bar.previewNote'), run: turn }
                : { label: t('bar.write'), note: t('bar.writeNote'), run: turn },
            ]}
            margin={<Margin />}
            slips={slips}
          >
            <Views view={view} setView={setView} />
            <div
              className={view === 'write' ? s.write : s.away}
              role="presentation"
              onClick={event => openAskedNote(event.target)}
            >
              <Head />
              <Hint name="press">{t('hint')}</Hint>
              <BeginWithMaster />
              <EmbargoForm />
              <EventForm />
              <ReleaseText />
              <Access />
              <Quotes />
              <Images />
              <Boilerplate />
              <Contact />
              <Crisis />
              <LocalNotes />
            </div>
            <div className={view === 'print' ? s.print : s.onlyPrint}>
              <Preview />
            </div>
          </SheetFrame>
        </LanguageHelpProvider>
      </DrawnProvider>
    </FactSourceProvider>
  )
}

function Margin() {
  const { session } = usePress()
  const profile = useAtom(session.handle.record('header'), 'languageProfile')
  return (
    <>
      <Variables />
      <WQuestions />
      <LanguageMargin profile={profile} />
    </>
  )
}

/** Two views of one sheet, as words to press. */
function Views(props: {
  readonly view: 'write' | 'print'
  readonly setView: (view: 'write' | 'print') => void
}) {
  const t = useWords()
  return (
    <div className={`${s.views} noprint`} role="group" aria-label={t('view.label')}>
      {(['write', 'print'] as const).map(view => (
        <button
          key={view}
          type="button"
          className="do"
          aria-pressed={props.view === view}
          onClick={() => props.setView(view)}
        >
          {t(`view.${view}`)}
        </button>
      ))}
    </div>
  )
}

/** The language check of this document: its profile, its texts, and the words that stay. */
function useLanguage(session: PressSession): LanguageHelp {
  const rules = useStore(rulesNow)
  useEffect(() => void loadRules(), [])
  const check = useMemo(
    () =>
      languageCheckOf<PressDraft>(session, {
        texts: languageTexts,
        profile: value => value.header.languageProfile,
        kept: value => value.keptWords,
        rules,
      }),
    [session, rules],
  )
  useEffect(() => check.begin(), [check])
  const kept = useKept(session)
  return useMemo(() => {
    const list = session.handle.list('keptWords')
    return {
      check,
      kept,
      keep: ({ rule, match }) => step(session, () => list.add(keptId(rule, match), { rule, word: match })),
      unkeep: ({ rule, word }) => step(session, () => list.remove(keptId(rule, word))),
    }
  }, [check, kept, session])
}

function useKept(session: PressSession) {
  const list = session.handle.list('keptWords')
  const ids = useThings(list)
  return useMemo(
    () =>
      ids.flatMap(id => {
        const kept = list.get(id)
        return kept ? [{ rule: kept.get('rule'), word: kept.get('word') }] : []
      }),
    // oxlint-disable-next-line react/exhaustive-deps
    [ids],
  )
}
