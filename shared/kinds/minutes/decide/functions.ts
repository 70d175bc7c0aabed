import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'

/**
 * Functions named in the document gate the commands (ARCHITECTURE 8, domain.md 1.6). Where nobody is named, whoever
 * may write here has the function: a small group without a chair decides, too.
 */
type Named = { readonly value: Pick<MinutesDraft, 'header'>; readonly by: string }

export const isChair = ({ value: { header }, by }: Named): boolean =>
  header.chair === null || header.chair === by

export const isMinuteTaker = ({ value: { header }, by }: Named): boolean =>
  header.minuteTakers.length === 0 || header.minuteTakers.includes(by)
