import { type ReactNode, useMemo } from 'react'
import { projectionOf } from '#client/document/hooks.ts'
import { useFactSource } from '#client/editor/factSource.ts'
import { euros } from '#client/i18n/format.ts'
import { useStore } from '#client/lib/store.ts'
import { findingsOf } from '#client/sheet/findingsByPath.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { SheetFrame, type SheetWords } from '#client/sheet/SheetFrame.tsx'
import { useMembers } from '#client/sheet/useMembers.ts'
import { figuresOf } from '#shared/kinds/concept/figures.ts'
import { findings } from '#shared/kinds/concept/findings.ts'
import type { ConceptDraft } from '#shared/kinds/concept/schema.ts'
import { sectionsOf } from '#shared/kinds/concept/sections.ts'
import { Cover } from './Cover.tsx'
import { findingText } from './findingText.ts'
import { layoutOf } from './layout.ts'
import { Outline } from './Outline.tsx'
import { placeWord } from './placeWords.ts'
import { Section } from './Section.tsx'
import { SectionParts } from './SectionParts.tsx'
import { type ConceptSession, useConcept, useWorkedOut } from './useConcept.ts'
import { useWords } from './words.ts'

/** A sheet of a concept: cover, then the sections of its variant. `slips` lie on top of the paper. */
export function ConceptSheet({
  session,
  slips,
}: {
  readonly session: ConceptSession
  readonly slips: ReactNode
}) {
  const w = useWords()
  const { people, nameOf } = useMembers(session)
  const facts = useStore(useFactSource())
  const found = useMemo(
    () => findingsOf(session, (value: ConceptDraft) => findings(value, { facts })),
    [session, facts],
  )
  const words = useMemo<SheetWords>(
    () => ({
      findings: found,
      findingText: finding => findingText(finding, projectionOf(session).get().value),
      placeWord,
      people,
      nameOf,
    }),
    [found, session, people, nameOf],
  )
  const { kind, cost, milestones, pages } = useWorkedOut(session, barFacts)
  const toSchedule = {
    label: w('bar.schedule'),
    note: w('outline.milestones', { count: milestones }),
    run: () => goTo(kind === 'webkonzept' ? 'milestones' : 'sections/schedule'),
  }
  return (
    <SheetFrame
      session={session}
      words={words}
      outline={{
        title: w('outline.title'),
        note: w('outline.count', { count: sectionsOf(kind).length }),
        Parts: Outline,
      }}
      bar={
        kind === 'konzeptpapier'
          ? [toSchedule, { label: w('bar.cost'), note: euros(cost), run: () => goTo('sections/budget') }]
          : kind === 'webkonzept'
            ? [
                {
                  label: w('bar.pages'),
                  note: w('outline.pages', { count: pages }),
                  run: () => goTo('sections/pagePlan'),
                },
                toSchedule,
              ]
            : [{ label: w('bar.cover'), note: w('cover.asOf'), run: () => goTo('cover') }]
      }
      slips={slips}
    >
      <Cover />
      <Body />
    </SheetFrame>
  )
}

const barFacts = (value: ConceptDraft) => ({
  kind: value.cover.conceptKind,
  cost: figuresOf(value.budget).expenses,
  milestones: value.milestones.length,
  pages: value.pages.length,
})

function Body() {
  const { session } = useConcept()
  const { places } = useWorkedOut(session, layoutOf)
  return places.map(place => (
    <Section key={place.name} place={place}>
      <SectionParts name={place.name} />
    </Section>
  ))
}
