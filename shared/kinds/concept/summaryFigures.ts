import { paragraphTexts } from '#shared/document/prose.ts'
import { readCents } from '#shared/rules/money.ts'
import { figuresOf } from './figures.ts'
import { type ConceptFinding, found } from './finding.ts'
import type { ConceptDraft } from './schema.ts'

/** An amount in a running text and what its clause says that it is. */
export type WrittenFigure = { readonly cents: number; readonly says: 'cost' | 'requested' | 'other' }

/** „2.444 Euro“, „1.900,00 €“, „45,– EUR“; protected blanks too. */
const euros = /(?<![\d.,])\d[\d.]*(?:,(?:\d{1,2}|[-–—]))?\s*(?:€|euro\b|eur\b)/giu
/** Where one statement ends and the next begins. A point or comma between digits belongs to a number. */
const clauseEnd = /[;:!?]|[.,](?![\d–—-])|\b(?:und|davon|wovon|dabei)\b/giu
const saysCost = /kost|ausgaben|gesamt|finanzvolumen/i
const saysRequested = /beantrag|förder|antrag/i

/** The amounts of a text, each with what the words around it say. Words that say both, or neither, make it `other`. */
export function writtenFigures(text: string): WrittenFigure[] {
  return text.split(clauseEnd).flatMap(clause =>
    (clause.match(euros) ?? []).flatMap((written): WrittenFigure[] => {
      const read = readCents(written)
      if ('refused' in read) return []
      const [cost, requested] = [saysCost.test(clause), saysRequested.test(clause)]
      return [{ cents: read.value, says: cost === requested ? 'other' : cost ? 'cost' : 'requested' }]
    }),
  )
}

/** K15: amounts in the summary are those of the tables. Where the tables are empty there is nothing to compare. */
export function summaryFigures({ sections, budget }: ConceptDraft): ConceptFinding[] {
  const figures = figuresOf(budget)
  const lines = [...budget.expenses, ...budget.income]
  if (lines.length === 0) return []
  const known = new Set([
    figures.expenses,
    figures.income,
    figures.eligible,
    figures.requested,
    ...lines.map(line => line.amountCents),
    ...budget.expenses.map(line => line.unitCents),
  ])
  const path = ['sections', 'summary', 'body']
  return writtenFigures(paragraphTexts(sections.summary.body).join(' ; ')).flatMap(
    ({ cents: written, says }) => {
      if (says === 'cost' && written !== figures.expenses && budget.expenses.length > 0)
        return [found('K15', 'error', path, 'summaryCost', { written, table: figures.expenses })]
      if (says === 'requested' && written !== figures.requested && budget.income.length > 0)
        return [found('K15', 'error', path, 'summaryRequested', { written, table: figures.requested })]
      return says === 'other' && !known.has(written)
        ? [found('K15', 'warn', path, 'summaryUnknown', { written })]
        : []
    },
  )
}
