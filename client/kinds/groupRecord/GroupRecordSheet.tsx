import { type ReactNode, useMemo } from 'react'
import { useThings } from '#client/document/hooks.ts'
import { useAtom } from '#client/sheet/atom.ts'
import { findingsOf } from '#client/sheet/findingsByPath.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { Letterhead } from '#client/sheet/Letterhead.tsx'
import { SheetFrame, type SheetWords } from '#client/sheet/SheetFrame.tsx'
import { useMembers } from '#client/sheet/useMembers.ts'
import { Hint } from '#client/ui/Hint.tsx'
import { findings } from '#shared/kinds/groupRecord/findings.ts'
import { Affiliation, Contact, Funding, Group, Responsible } from './Fields.tsx'
import { findingText } from './findingText.ts'
import { Outline } from './Outline.tsx'
import { Partners } from './Partners.tsx'
import { placeWord } from './parts.ts'
import { Said } from './Said.tsx'
import { Slots } from './Slots.tsx'
import { type GroupRecordSession, useGroup } from './useGroup.ts'
import { useWords } from './words.ts'

/** Angaben zur Gruppe (domain.md 1.3): written once, shown in every document. `slips` lie on top of the paper. */
export function GroupRecordSheet(props: { readonly session: GroupRecordSession; readonly slips: ReactNode }) {
  const { session, slips } = props
  const t = useWords()
  const { people, nameOf } = useMembers(session)
  const slots = useThings(session.handle.list('slots'))
  const found = useMemo(() => findingsOf(session, findings), [session])
  const words = useMemo<SheetWords>(
    () => ({ findings: found, findingText, placeWord, people, nameOf }),
    [found, people, nameOf],
  )
  return (
    <SheetFrame
      session={session}
      words={words}
      outline={{ title: t('outline'), note: t('outline.note', { count: slots.length }), Parts: Outline }}
      bar={[
        { label: t('part.slots'), note: t('bar.slots'), run: () => goTo('slots') },
        { label: t('part.partners'), note: t('bar.partners'), run: () => goTo('partners') },
      ]}
      slips={slips}
    >
      <Head />
      <Hint name="groupRecord">{t('hint')}</Hint>
      <Said />
      <Group />
      <Slots />
      <Contact />
      <Affiliation />
      <Partners />
      <Responsible />
      <Funding />
    </SheetFrame>
  )
}

function Head() {
  const { session } = useGroup()
  return <Letterhead title={useAtom(session.handle.record('group'), 'name')} />
}
