import { type PatternFault, patternFault } from './pattern.ts'
import {
  federationRulesSchema,
  type LanguageProfile,
  type LanguageRules,
  type LanguageSeverity,
} from './schema.ts'

/** What is wrong with a rule file; `at` names the rule or the field. */
export type RuleProblem = {
  readonly at: string
  readonly why: PatternFault | 'unknownRule' | 'unknownSource' | 'shape'
}
export type MergedRules =
  | { readonly state: 'merged'; readonly rules: LanguageRules }
  | { readonly state: 'refused'; readonly problems: readonly RuleProblem[] }

const profiles: readonly LanguageProfile[] = ['neutral', 'abstinenzorientiert', 'akzeptierend']

/**
 * The rules of a federation on top of others (domain.md 4.5): it adds and replaces rules, changes severities, switches
 * off, names organisations. All or nothing: a file with a fault changes no rule and names every fault.
 */
export function mergeRules(base: LanguageRules, federation: unknown): MergedRules {
  const parsed = federationRulesSchema.safeParse(federation)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path }) => ({ at: path.join('/'), why: 'shape' as const }))
    return { state: 'refused', problems }
  }
  const file = parsed.data
  const byId = new Map([...base.rules, ...file.rules].map(rule => [rule.id, rule] as const))
  const sources = new Map([...base.sources, ...file.sources].map(source => [source.id, source] as const))
  const problems: RuleProblem[] = [
    ...file.rules.flatMap(({ id, p, not = [] }) => [p, ...not].flatMap(pattern => faultOf(id, pattern))),
    ...file.exemptNames.flatMap((name, index) => faultOf(`exemptNames/${index}`, name)),
    ...file.rules
      .filter(({ src }) => src.some(id => !sources.has(id)))
      .map(({ id }) => ({ at: id, why: 'unknownSource' as const })),
    ...[...Object.keys(file.severity), ...file.off]
      .filter(id => !byId.has(id))
      .map(id => ({ at: id, why: 'unknownRule' as const })),
  ]
  if (problems.length > 0) return { state: 'refused', problems }
  const off = new Set(file.off)
  const rules = [...byId.values()]
    .filter(rule => !off.has(rule.id))
    .map(rule => ({ ...rule, sev: changed(rule.sev, file.severity[rule.id]) }))
  const exemptNames = [...new Set([...base.exemptNames, ...file.exemptNames])]
  return { state: 'merged', rules: { exemptNames, rules, sources: [...sources.values()] } }
}

function faultOf(at: string, pattern: string): RuleProblem[] {
  const why = patternFault(pattern)
  return why === null ? [] : [{ at, why }]
}

type PerProfile = LanguageRules['rules'][number]['sev']
function changed(
  sev: PerProfile,
  by: LanguageSeverity | { readonly [P in LanguageProfile]?: LanguageSeverity | undefined } | undefined,
): PerProfile {
  if (by === undefined) return sev
  const next = { ...sev }
  for (const profile of profiles) next[profile] = (typeof by === 'string' ? by : by[profile]) ?? sev[profile]
  return next
}
