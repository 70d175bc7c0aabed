import { paragraphTexts } from '#shared/document/prose.ts'
import type { Finding } from '#shared/kinds/minutes/finding.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import type { RuleInput } from './input.ts'
import { votingsOf } from './votings.ts'

/**
 * V05: words instead of numbers where nobody has counted – in the wording of a decision, and in the text of its
 * agenda item. What a counter proposes is a number. `konsent` and `empfehlung` know none (domain.md 2.3).
 */
export function v05({ value, record }: RuleInput): Finding[] {
  const votings = votingsOf(value, record)
  const isCounted = ({ confirmed, tallyProposals }: (typeof votings)[number]) =>
    (confirmed !== null && confirmed.votes !== null) || Object.keys(tallyProposals).length > 0
  const counted = votings.filter(isCounted)
  const countedDecisions = new Set(
    counted.filter(({ path: [part] }) => part === 'decisions').map(({ path: [, id] }) => id),
  )
  const votedItems = new Set(votings.map(({ agendaItemId }) => agendaItemId))
  const countedItems = new Set(counted.map(({ agendaItemId }) => agendaItemId))
  const knowsNoNumbers = ({ rule }: MinutesDraft['decisions'][number]) =>
    rule === 'konsent' || rule === 'empfehlung'
  const advisingItems = new Set(
    value.decisions.filter(knowsNoNumbers).map(({ agendaItemId }) => agendaItemId),
  )
  const uncounted = value.decisions.filter(
    decision => !knowsNoNumbers(decision) && !countedDecisions.has(decision.id),
  )
  const inWording = uncounted.flatMap(({ id, wording, dissentNote }) => [
    ...wordsIn(['decisions', id, 'wording'], wording),
    ...wordsIn(['decisions', id, 'dissentNote'], dissentNote),
  ])
  const inItems = value.agenda
    .filter(({ id, type }) => {
      const isAboutVotes = type === 'beschluss' || type === 'wahl' || votedItems.has(id)
      return isAboutVotes && !advisingItems.has(id) && !countedItems.has(id)
    })
    .flatMap(({ id, body }) => wordsIn(['agenda', id, 'body'], body))
  return [...inItems, ...inWording]
}

/** How votes are described without numbers. Whole words; a number beside them („einstimmig, Ja 5“) needs no other. */
const vague = new RegExp(
  [
    String.raw`mit (?:sehr )?(?:großer|klarer|deutlicher|breiter|knapper|überwältigender|überwiegender) Mehrheit`,
    String.raw`(?:fast |nahezu |beinahe )?einstimmig(?:e[mnrs]?)?`,
    String.raw`(?:mehrheitlich|mehrstimmig)`,
    String.raw`ohne (?:eine )?Gegenstimmen?`,
    String.raw`bei (?:wenigen|einigen|mehreren|vielen) (?:Enthaltungen|Gegenstimmen)`,
    String.raw`(?:fast )?alle (?:stimmen|stimmten|waren|sind) (?:dafür|zu)`,
    String.raw`per Zuruf|durch Zuruf`,
  ].join('|'),
  'iu',
)

function wordsIn(path: string[], nodes: MinutesDraft['decisions'][number]['wording']): Finding[] {
  const words = vague.exec(paragraphTexts(nodes).join('\n'))?.[0]
  if (words === undefined) return []
  return [{ rule: 'V05', level: 'warn', path, detail: 'wordsInsteadOfNumbers', fields: { words } }]
}
