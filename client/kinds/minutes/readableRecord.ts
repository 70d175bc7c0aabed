import type { Piece } from '#client/document/readable.ts'
import { plainDay } from '#client/i18n/format.ts'
import type { MinutesRecord } from '#shared/kinds/minutes/record.ts'
import { word } from './words.ts'

/** What was decided about the minutes as a whole: quorum, closing, signatures, what followed. */
export function recordPieces(record: MinutesRecord, nameOf: (id: string) => string): Piece[] {
  const { closing, sending, approval } = record
  const piece = (path: string, label: string, words: string): Piece => ({ path, label, paragraphs: [words] })
  return [
    ...record.quorum.map(({ at, by, present, eligible, result }) =>
      piece(
        'quorum/ascertained',
        word('record.quorum'),
        word(result === 'beschlussfaehig' ? 'quorum.wasYes' : 'quorum.wasNo', {
          time: at,
          name: nameOf(by),
          present,
          eligible,
        }),
      ),
    ),
    ...(closing
      ? [
          piece(
            'closing',
            word('record.closing'),
            word('record.closed', { day: plainDay(closing.on), time: closing.at, name: nameOf(closing.by) }),
          ),
        ]
      : []),
    ...record.signatures.map(({ role, person, on, at }) =>
      piece(
        `signatures/${role}`,
        word(role === 'sitzungsleitung' ? 'sign.chair' : 'sign.minuteTaker'),
        word('record.signed', { name: nameOf(person), day: plainDay(on), time: at }),
      ),
    ),
    ...(sending
      ? [
          piece(
            'sending',
            word('record.sending'),
            word('record.sent', { day: plainDay(sending.on), until: plainDay(sending.objectionsUntil) }),
          ),
        ]
      : []),
    ...record.objections.map(({ author, text }, place) =>
      piece(`objections/${place}`, word('record.objection', { name: nameOf(author) }), text),
    ),
    ...(approval ? [piece('approval', word('record.approval'), plainDay(approval.on))] : []),
    ...record.corrections.map(({ on, text }, place) =>
      piece(`corrections/${place}`, word('record.correction', { day: plainDay(on) }), text),
    ),
  ]
}
