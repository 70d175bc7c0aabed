import { type ProseNode, paragraphTexts } from '#shared/document/prose.ts'
import { sameValue } from '#shared/document/text.ts'
import type { MinutesRecord } from './record.ts'
import type { MinutesDraft } from './schema.ts'

/** What people see of minutes: the draft, and where something was decided what was decided (ARCHITECTURE 1). */
export type MinutesView = { readonly value: MinutesDraft; readonly record: MinutesRecord }

/**
 * Of a frozen wording people see the words that were voted on, whatever the live text says by now (V15); of closed
 * minutes the end that was recorded. Nothing in the draft can bring a result, a number or a signature into view.
 */
export function minutesView(value: MinutesDraft, record: MinutesRecord): MinutesView {
  const frozen = new Map(record.frozen.map(row => [row.decisionId, row.wording]))
  const late = new Map(record.late.map(row => [row.lateId, row.decision]))
  const shown = {
    ...value,
    decisions: value.decisions.map(decision => {
      const wording = frozen.get(decision.id)
      if (wording === undefined || paragraphTexts(decision.wording).join('\n') === wording) return decision
      return { ...decision, wording: paragraphs(wording) }
    }),
    lateContributions: value.lateContributions.map(own => {
      const decision = late.get(own.id) ?? null
      return sameValue(own.decision, decision) ? own : { ...own, decision }
    }),
    ...(record.closing !== null && { header: { ...value.header, end: record.closing.end } }),
  }
  return { value: shown, record }
}

const paragraphs = (text: string): ProseNode[] =>
  text.split('\n').map(line => ({
    type: 'paragraph',
    ...(line !== '' && { content: [{ type: 'text', text: line }] }),
  }))
