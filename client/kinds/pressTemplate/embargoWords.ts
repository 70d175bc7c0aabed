import { fullDay } from '#client/i18n/format.ts'
import type { Embargo } from '#shared/kinds/pressTemplate/schema.ts'
import { instantOf, isSummerTime, localMoment } from '#shared/rules/embargo.ts'
import { word } from './words.ts'

/** What an embargo means, in one sentence: „Bitte nicht vor Donnerstag, 18. Juni 2026, 18:00 Uhr (Sommerzeit) veröffentlichen.“ */
export function embargoSentence({ until, which }: Pick<Embargo, 'until' | 'which'>): string {
  if (until === null) return word('embargo.none')
  const [day = '', time] = until.split('T')
  if (time === undefined) return word('embargo.noTime', { day: fullDay(day) })
  const instant = instantOf(until, which)
  if (instant === null) return refusal(until) ?? word('embargo.which', { day: fullDay(day), time })
  const season = word(isSummerTime(instant) ? 'embargo.summer' : 'embargo.winter')
  return word('embargo.says', { moment: word('embargo.moment', { day: fullDay(day), time, season }) })
}

/** Why a local time cannot be an embargo: the clocks never show it. */
export function refusal(until: string): string | null {
  const [day = '', time] = until.split('T')
  const moment = time === undefined ? null : localMoment(until)
  if (moment?.state !== 'never') return null
  return word('embargo.never', { day: fullDay(day), from: moment.from, to: moment.to })
}
