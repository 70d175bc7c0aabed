import type { Finding } from '#shared/document/finding.ts'

/** The codes of all sentences, in the order of the rules. */
export const conceptDetails = [
  'amountDiffers',
  'amountMissing',
  'qtyNegative',
  'priceNegative',
  'moneyMissing',
  'moneyLeft',
  'requestedTooHigh',
  'ineligiblePaid',
  'cateringEligible',
  'goalWithoutMeasure',
  'goalWithoutMilestone',
  'goalNotMeasurable',
  'goalDueMissing',
  'goalOutsidePeriod',
  'milestoneDueMissing',
  'milestoneOutsidePeriod',
  'reportMissing',
  'reportNotLast',
  'dependsInCircle',
  'dependsOnItself',
  'beforeDependency',
  'summaryCost',
  'summaryRequested',
  'summaryUnknown',
  'summaryTooLong',
  'miniConceptTooLong',
  'pageMissing',
  'pageOwnerMissing',
  'pathTwice',
  'hostOutsideEu',
  'trackingOpen',
  'contactNeedsAccount',
  'imageRightsOpen',
  'independenceMissing',
  'letterMissing',
  'periodMissing',
  'periodBackwards',
  'measureWithoutGoal',
  'measureBackwards',
  'measureOutsidePeriod',
  'referenceGone',
] as const
export type ConceptDetail = (typeof conceptDetails)[number]

export type ConceptFinding = Finding<ConceptDetail>
export type Level = ConceptFinding['level']

/** A finding in one line: number, level, place, code, what the sentence names. */
export const found = (
  rule: string,
  level: Level,
  path: readonly string[],
  detail: ConceptDetail,
  fields: ConceptFinding['fields'] = {},
): ConceptFinding => ({ rule, level, path: [...path], detail, fields })
