import { longDay } from '#client/i18n/format.ts'
import { text } from '#client/i18n/i18n.ts'
import type { Finding } from '#shared/kinds/minutes/findings.ts'

/** The sentence for a finding: what is the matter and what helps. Persons by their display names. */
export function findingText({ detail, fields }: Finding, nameOf: (id: string) => string): string {
  const word = (key: string) => String(fields[key] ?? '')
  switch (detail) {
    case 'dueBeforeMeeting':
      return text('findings.dueBeforeMeeting', { due: longDay(word('due')), date: longDay(word('date')) })
    case 'endNotAfterStart':
      return text('findings.endNotAfterStart', { start: word('start'), end: word('end') })
    case 'intervalBackwards':
      return text('findings.intervalBackwards', { from: word('from'), to: word('to') })
    case 'intervalOutsideMeeting':
      return text('findings.intervalOutsideMeeting', { from: word('from'), to: word('to') || '…' })
    case 'intervalsOverlap':
      return text('findings.intervalsOverlap', { from: word('from') })
    case 'samePersonTwice':
      return text('findings.samePersonTwice', { name: nameOf(word('other')) })
    case 'chairAbsent':
      return text('findings.chairAbsent', { name: nameOf(word('person')) })
    case 'minuteTakerAbsent':
      return text('findings.minuteTakerAbsent', { name: nameOf(word('person')) })
    case 'chairIsMinuteTaker':
      return text('findings.chairIsMinuteTaker', { name: nameOf(word('person')) })
    case 'whoMissing':
    case 'dueMissing':
    case 'chairMissing':
    case 'minuteTakerMissing':
      return text(`findings.${detail}`)
  }
}
