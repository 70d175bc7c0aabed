import { z } from 'zod'
import { daySchema } from '#shared/document/values.ts'

/**
 * Whether a group meets the published conditions of a funding authority (§ 20h SGB V, domain.md 3.5). An explanation
 * for people: nothing in the program is ever held back because of it.
 * [F1] a condition that the rule does not set is not checked
 * [F2] what nobody has said yet counts as missing, never as met
 * [F3] the conditions are named in the order of the rule
 * [F4] months are whole calendar months since the founding („2 von 3“)
 * [F5] a group founded in the rule's year may apply until the later day for new groups
 */

/** The conditions of one Land in one year: data, because they differ by Land and change from year to year. */
export const fundingRuleSchema = z.object({
  id: z.string().min(1),
  /** the Land, as it is shown */
  state: z.string().min(1),
  year: z.int(),
  minMembers: z.int().min(0),
  openToNew: z.boolean(),
  foundingMinutes: z.boolean(),
  publiclyAnnounced: z.boolean(),
  ownAccount: z.boolean(),
  noProfessionalLead: z.boolean(),
  minMonths: z.int().min(0),
  deadlineRegular: daySchema,
  /** `null`: there is none of its own */
  deadlineNewGroups: daySchema.nullable(),
})
export type FundingRule = z.infer<typeof fundingRuleSchema>

/** What is known of the group on the day of the check. `null`: nobody has said it yet. */
export type GroupState = {
  readonly foundedOn: string | null
  readonly members: number | null
  readonly openness: 'offen' | 'offen_mit_vorgespraech' | 'geschlossen' | null
  readonly foundingMeetingMinuted: boolean | null
  readonly publiclyAnnounced: boolean | null
  readonly ownAccount: boolean | null
  readonly professionalLead: boolean | null
}

/** A condition that is not met. Where it counts something: how many there are and how many are asked for. */
export type MissingCondition =
  | { readonly condition: 'minMembers' | 'minMonths'; readonly have: number; readonly need: number }
  | {
      readonly condition:
        | 'openToNew'
        | 'foundingMinutes'
        | 'publiclyAnnounced'
        | 'ownAccount'
        | 'noProfessionalLead'
    }
export type Condition = MissingCondition['condition']

/** `deadline`: until when the group may apply; `null` once that is past for the rule's year. */
export type FundingCheck =
  | { readonly eligible: true; readonly missing: readonly []; readonly deadline: string | null }
  | { readonly eligible: false; readonly missing: readonly MissingCondition[] }

/** What is missing on the day `on`; where nothing is, until when there is time. */
export function fundingCheck(rule: FundingRule, group: GroupState, on: string): FundingCheck {
  const missing = [...members(rule, group), ...plainConditions(rule, group), ...months(rule, group, on)]
  return missing.length > 0
    ? { eligible: false, missing }
    : { eligible: true, missing: [], deadline: deadlineFor(rule, group.foundedOn, on) }
}

function members(rule: FundingRule, group: GroupState): MissingCondition[] {
  const have = group.members ?? 0
  return have < rule.minMembers ? [{ condition: 'minMembers', have, need: rule.minMembers }] : []
}

function plainConditions(rule: FundingRule, group: GroupState): MissingCondition[] {
  const met = {
    openToNew: group.openness === 'offen' || group.openness === 'offen_mit_vorgespraech',
    foundingMinutes: group.foundingMeetingMinuted === true,
    publiclyAnnounced: group.publiclyAnnounced === true,
    ownAccount: group.ownAccount === true,
    noProfessionalLead: group.professionalLead === false,
  }
  const asked = [
    'openToNew',
    'foundingMinutes',
    'publiclyAnnounced',
    'ownAccount',
    'noProfessionalLead',
  ] as const
  return asked.filter(condition => rule[condition] && !met[condition]).map(condition => ({ condition }))
}

function months(rule: FundingRule, group: GroupState, on: string): MissingCondition[] {
  const have = group.foundedOn === null ? 0 : wholeMonths(group.foundedOn, on)
  return have < rule.minMonths ? [{ condition: 'minMonths', have, need: rule.minMonths }] : []
}

/** Whole calendar months from one day to another, never below 0 [F4]. A month begun on the 31st is full on the last day of a shorter one. */
export function wholeMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [year = 0, month = 0, dayOfMonth = 0] = to.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const begun = dayOfMonth < Math.min(fromDay, lastDay) ? 1 : 0
  return Math.max(0, (year - fromYear) * 12 + (month - fromMonth) - begun)
}

/** Until when a group may apply that asks on the day `on` [F5]; `null` once that is past. */
export function deadlineFor(rule: FundingRule, foundedOn: string | null, on: string): string | null {
  if (on <= rule.deadlineRegular) return rule.deadlineRegular
  const isNew = foundedOn?.slice(0, 4) === String(rule.year)
  const later = rule.deadlineNewGroups
  return isNew && later !== null && on <= later ? later : null
}
