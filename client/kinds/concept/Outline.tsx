import { euros } from '#client/i18n/format.ts'
import { goTo } from '#client/sheet/goTo.ts'
import { cx } from '#client/ui/cx.ts'
import { softBreaks } from '#client/ui/softBreaks.ts'
import { figuresOf } from '#shared/kinds/concept/figures.ts'
import { charactersOf } from '#shared/kinds/concept/lengths.ts'
import type { ConceptDraft } from '#shared/kinds/concept/schema.ts'
import type { SectionName } from '#shared/kinds/concept/sections.ts'
import { layoutOf } from './layout.ts'
import s from './Outline.module.css'
import { useConcept, useWorkedOut } from './useConcept.ts'
import { useWords, word } from './words.ts'

/** The sections in the margin: jump there, see what each holds. */
export function Outline({ onJump }: { readonly onJump?: () => void }) {
  const w = useWords()
  const { session } = useConcept()
  const entries = useWorkedOut(session, entriesOf)
  return (
    <ol className={s.list}>
      {entries.map(({ name, number, title, below, isFilled }) => (
        <li key={name}>
          <a
            className={cx(s.link, !isFilled && s.empty)}
            href={`#sections-${name}`}
            onClick={event => {
              event.preventDefault()
              onJump?.()
              goTo(`sections/${name}`)
            }}
          >
            <span className={s.n}>{number}</span>
            <span className={s.title}>{softBreaks(title || w(`section.${name}`))}</span>
            <span className={s.below}>{isFilled ? below : w('outline.empty')}</span>
          </a>
        </li>
      ))}
    </ol>
  )
}

const entriesOf = (value: ConceptDraft) =>
  layoutOf(value).places.map(({ name, number, isFilled }) => ({
    name,
    number,
    isFilled,
    title: value.sections[name].title,
    below: contents(value, name),
  }))

/** „4 Ziele“, „2.444,00 €“, „412 Zeichen“ */
function contents(value: ConceptDraft, name: SectionName): string {
  const count = (rows: readonly unknown[]) => rows.length
  if (name === 'goals' && value.goals.length > 0) return word('outline.goals', { count: count(value.goals) })
  if (name === 'measures' && value.measures.length > 0)
    return word('outline.measures', { count: count(value.measures) })
  if (name === 'cooperation' && value.partners.length > 0)
    return word('outline.partners', { count: count(value.partners) })
  if (name === 'schedule' && value.milestones.length > 0)
    return word('outline.milestones', { count: count(value.milestones) })
  if (name === 'pagePlan' && value.pages.length > 0)
    return word('outline.pages', { count: count(value.pages) })
  if ((name === 'budget' || name === 'timeAndCost') && value.budget.expenses.length > 0)
    return euros(figuresOf(value.budget).expenses)
  const characters = charactersOf(value.sections[name].body)
  return characters === 0 ? '' : word('outline.characters', { count: characters })
}
