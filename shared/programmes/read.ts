import type { z } from 'zod'
import { type Programme, type Programmes, programmesSchema } from './schema.ts'

/** A fault in a federation's file: where, and why in both languages. */
export type Fault = { readonly at: string; readonly de: string; readonly en: string }
export type Read =
  | { readonly state: 'read'; readonly programmes: Programmes }
  | { readonly state: 'refused'; readonly faults: readonly Fault[] }

/** Reads what a federation has written down, or names every fault in it. */
export function readProgrammes(content: unknown): Read {
  const parsed = programmesSchema.safeParse(content)
  if (!parsed.success) return { state: 'refused', faults: faultsOf(parsed.error) }
  const faults = [
    ...repeated('programmes', parsed.data.programmes),
    ...parsed.data.programmes.flatMap((programme, index) => faultsIn(programme, `programmes.${index}`)),
  ]
  return faults.length === 0 ? { state: 'read', programmes: parsed.data } : { state: 'refused', faults }
}

function faultsIn(programme: Programme, at: string): Fault[] {
  const { roles, phases, duties, coverage } = programme
  const known = new Set(roles.map(({ id }) => id))
  const unknown = (used: readonly string[], where: string): Fault[] =>
    used
      .filter(role => !known.has(role))
      .map(role => ({
        at: where,
        de: `die Rolle „${role}“ steht nicht unter roles`,
        en: `the role “${role}” is not among roles`,
      }))
  return [
    ...repeated(`${at}.roles`, roles),
    ...repeated(`${at}.phases`, phases),
    ...repeated(`${at}.duties`, duties),
    ...unknown(coverage?.roles ?? [], `${at}.coverage.roles`),
    ...phases.flatMap((phase, index) => [
      ...unknown(phase.newRole === undefined ? [] : [phase.newRole], `${at}.phases.${index}.newRole`),
      ...backwards(phase.from, phase.to, `${at}.phases.${index}`),
    ]),
    ...duties.flatMap((duty, index) => {
      const where = `${at}.duties.${index}`
      const needsRoles = duty.countMode !== 'team' && duty.roles.length === 0
      const needsPhases = duty.per === 'phase' && phases.length === 0
      return [
        ...unknown(duty.roles, `${where}.roles`),
        ...backwards(duty.validFrom, duty.validTo, where),
        ...(needsRoles
          ? [
              {
                at: `${where}.roles`,
                de: 'es fehlt, für wen die Pflicht gilt',
                en: 'whose duty it is, is missing',
              },
            ]
          : []),
        ...(needsPhases
          ? [{ at: `${where}.per`, de: 'das Programm hat keine Phasen', en: 'the programme has no phases' }]
          : []),
      ]
    }),
  ]
}

function repeated(at: string, list: readonly { readonly id: string }[]): Fault[] {
  const twice = list.filter(({ id }, index) => list.findIndex(other => other.id === id) < index)
  return twice.map(({ id }) => ({ at, de: `„${id}“ steht zweimal da`, en: `“${id}” stands there twice` }))
}

const backwards = (from: string, to: string | null, at: string): Fault[] =>
  to !== null && to < from
    ? [{ at, de: 'das Ende liegt vor dem Anfang', en: 'the end comes before the beginning' }]
    : []

const faultsOf = ({ issues }: z.ZodError): Fault[] =>
  issues.map(issue => ({ at: issue.path.join('.') || 'JSON', ...sayIssue(issue) }))

/** What zod finds, in plain words. */
function sayIssue(issue: z.core.$ZodIssue): { de: string; en: string } {
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        de: `unbekannt: ${issue.keys.join(', ')}`,
        en: `unknown: ${issue.keys.join(', ')}`,
      }
    case 'invalid_value':
      return {
        de: `erlaubt ist: ${issue.values.join(', ')}`,
        en: `allowed: ${issue.values.join(', ')}`,
      }
    case 'too_small':
      return {
        de: `zu klein oder zu kurz, mindestens ${issue.minimum}`,
        en: `too small or too short, at least ${issue.minimum}`,
      }
    case 'too_big':
      return {
        de: `zu groß oder zu lang, höchstens ${issue.maximum}`,
        en: `too large or too long, at most ${issue.maximum}`,
      }
    case 'invalid_type':
      return {
        de: `fehlt oder ist kein Wert der Art ${issue.expected}`,
        en: `missing or no ${issue.expected}`,
      }
    default:
      return { de: 'hat nicht die erwartete Form', en: 'does not have the expected form' }
  }
}
