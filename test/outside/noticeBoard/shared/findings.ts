import type { Finding } from '#shared/document/finding.ts'
import type { NoticeBoardDraft } from './schema.ts'

/** A notice has a title, and hangs no longer than it says. */
export function findings(value: NoticeBoardDraft, today: string): Finding<'titleMissing' | 'over'>[] {
  return value.notices.flatMap(({ id, title, until }) => {
    const found: ReturnType<typeof findings> = []
    const add = (field: string, detail: 'titleMissing' | 'over') =>
      found.push({ rule: 'N01', level: 'hint', path: ['notices', id, field], detail, fields: {} })
    if (title === '') add('title', 'titleMissing')
    if (until !== null && until < today) add('until', 'over')
    return found
  })
}
