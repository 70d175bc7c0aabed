import { type ConceptFinding, found } from './finding.ts'
import { isOutside } from './period.ts'
import type { ConceptDraft, Milestone } from './schema.ts'

/** K11, K13, K14 for every variant with milestones. A row in which nothing stands yet is left alone. */
export function milestoneFindings({ milestones, cover }: ConceptDraft): ConceptFinding[] {
  const byId = new Map(milestones.map(milestone => [milestone.id, milestone]))
  return milestones
    .filter(milestone => milestone.title !== '')
    .flatMap(milestone => [
      ...dated(milestone, cover.period),
      ...withoutCircle(milestone, byId),
      ...afterWhatItNeeds(milestone, byId),
    ])
}

/** K11 */
function dated({ id, due }: Milestone, period: ConceptDraft['cover']['period']): ConceptFinding[] {
  if (due === null) return [found('K11', 'hint', ['milestones', id, 'due'], 'milestoneDueMissing')]
  if (!isOutside(due, period)) return []
  return [found('K11', 'warn', ['milestones', id, 'due'], 'milestoneOutsidePeriod', { due })]
}

/** What the last milestone of a funded project is called (domain.md 3.2). */
const report = /abschlussbericht|schlussbericht|endbericht|verwendungsnachweis/i

/** K12: the report comes last. Milestones on the same last day come last together. */
export function reportComesLast({ milestones }: ConceptDraft): ConceptFinding[] {
  if (milestones.length === 0) return []
  const reports = milestones.filter(({ title }) => report.test(title))
  const [first] = reports
  if (first === undefined) return [found('K12', 'warn', ['milestones'], 'reportMissing')]
  const dated = reports.filter(({ due }) => due !== null)
  if (dated.length === 0) return []
  const end = dated.reduce((last, { due }) => (due !== null && due > last ? due : last), '')
  const later = milestones.find(({ due }) => due !== null && due > end)
  if (later === undefined) return []
  return [found('K12', 'warn', ['milestones', first.id, 'due'], 'reportNotLast', { milestone: later.id })]
}

type ById = ReadonlyMap<string, Milestone>

/** K13: whoever follows the dependencies never comes back to where they began. */
function withoutCircle({ id, dependsOn }: Milestone, byId: ById): ConceptFinding[] {
  const path = ['milestones', id, 'dependsOn']
  if (dependsOn.includes(id)) return [found('K13', 'error', path, 'dependsOnItself')]
  const through = dependsOn.find(next => leadsTo(next, id, byId))
  return through === undefined ? [] : [found('K13', 'error', path, 'dependsInCircle', { milestone: through })]
}

/** Whether following the dependencies from `from` comes to `goal`; each milestone is looked at once. */
function leadsTo(from: string, goal: string, byId: ById): boolean {
  const seen = new Set<string>()
  const waiting = [from]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === goal) return true
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...(byId.get(next)?.dependsOn ?? []))
  }
  return false
}

/** K14: what another milestone needs is due before it, or on the same day. */
function afterWhatItNeeds({ id, due, dependsOn }: Milestone, byId: ById): ConceptFinding[] {
  return dependsOn.flatMap(other => {
    const needed = byId.get(other)?.due ?? null
    if (due === null || needed === null || needed <= due || other === id) return []
    return [
      found('K14', 'warn', ['milestones', id, 'due'], 'beforeDependency', { milestone: other, due, needed }),
    ]
  })
}
