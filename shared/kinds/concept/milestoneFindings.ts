import { type ConceptFinding, found } from './finding.ts'
import { isOutside } from './period.ts'
import type { ConceptDraft, Milestone } from './schema.ts'

/** K11, K13, K14 for every variant with milestones. A row in which nothing stands yet is left alone. */
export function milestoneFindings({ milestones, cover }: ConceptDraft): ConceptFinding[] {
  const byId = new Map(milestones.map(milestone => [milestone.id, milestone]))
  const circles = circlesOf(byId)
  return milestones
    .filter(milestone => milestone.title !== '')
    .flatMap(milestone => [
      ...dated(milestone, cover.period),
      ...withoutCircle(milestone, circles),
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
function withoutCircle({ id, dependsOn }: Milestone, circles: ReadonlyMap<string, number>): ConceptFinding[] {
  const path = ['milestones', id, 'dependsOn']
  if (dependsOn.includes(id)) return [found('K13', 'error', path, 'dependsOnItself')]
  const through = dependsOn.find(next => circles.get(next) === circles.get(id))
  return through === undefined ? [] : [found('K13', 'error', path, 'dependsInCircle', { milestone: through })]
}

/**
 * A number for each milestone; two have the same where each leads to the other. Tarjan's algorithm with its own stack:
 * each dependency is followed once, so that a plan of any size and tangle is looked at in one walk.
 */
function circlesOf(byId: ById): Map<string, number> {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const circles = new Map<string, number>()
  const open: string[] = []
  for (const start of byId.keys()) {
    const walk: { id: string; next: Iterator<string> }[] = []
    const enter = (id: string) => {
      order.set(id, order.size)
      lowest.set(id, order.size - 1)
      open.push(id)
      walk.push({ id, next: (byId.get(id)?.dependsOn ?? []).values() })
    }
    const lower = (id: string, to: number) => lowest.set(id, Math.min(lowest.get(id) ?? to, to))
    if (!order.has(start)) enter(start)
    for (let at = walk.at(-1); at !== undefined; at = walk.at(-1)) {
      const { done, value: other } = at.next.next()
      if (!done) {
        if (!byId.has(other)) continue
        if (!order.has(other)) enter(other)
        else if (!circles.has(other)) lower(at.id, order.get(other) ?? 0)
        continue
      }
      walk.pop()
      const own = lowest.get(at.id) ?? 0
      const before = walk.at(-1)
      if (before) lower(before.id, own)
      if (own !== order.get(at.id)) continue
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        circles.set(id, own)
        if (id === at.id) break
      }
    }
  }
  return circles
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
