import type { FundingRule } from './funding.ts'

/**
 * The rules that are shipped. Mittelland is invented like all places of the scenarios and modelled on what Hesse has
 * published (fixture `c.fundingCheck`); a federation adds the rules of its own Länder here, one entry per Land and year.
 */
export const fundingRules: readonly FundingRule[] = [
  {
    id: 'mittelland-2026',
    state: 'Mittelland',
    year: 2026,
    minMembers: 6,
    openToNew: true,
    foundingMinutes: true,
    publiclyAnnounced: true,
    ownAccount: true,
    noProfessionalLead: true,
    minMonths: 3,
    deadlineRegular: '2026-03-31',
    deadlineNewGroups: '2026-08-31',
  },
]
