import { useFactSource } from '#client/editor/factSource.ts'
import { plainNumber } from '#client/i18n/format.ts'
import { useStore } from '#client/lib/store.ts'
import { cx } from '#client/ui/cx.ts'
import { charactersOf, miniConceptCharacters } from '#shared/kinds/concept/lengths.ts'
import s from './Concept.module.css'
import { useConcept, useWorkedOut } from './useConcept.ts'
import { useWords } from './words.ts'

/** How many characters there are, and how many may still come. */
export function CharacterCount({
  of,
  max,
}: {
  readonly of: 'summary' | 'miniConcept'
  readonly max: number
}) {
  const w = useWords()
  const { session } = useConcept()
  const facts = useStore(useFactSource())
  const count = useWorkedOut(
    session,
    value =>
      of === 'summary'
        ? charactersOf(value.sections.summary.body, facts)
        : miniConceptCharacters(value, facts),
    facts,
  )
  if (count === 0) return null
  const left = max - count
  return (
    <p className={cx(s.count, left < 0 && s.over, 'noprint')}>
      {w('section.characters', { have: plainNumber(count), max: plainNumber(max) })}
      {' · '}
      {left < 0
        ? w('section.over', { over: plainNumber(-left) })
        : w('section.left', { left: plainNumber(left) })}
    </p>
  )
}
