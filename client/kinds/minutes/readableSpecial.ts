import type { Piece } from '#client/document/readable.ts'
import { plainDay } from '#client/i18n/format.ts'
import { type ProseNode, paragraphTexts } from '#shared/document/prose.ts'
import { daySchema } from '#shared/document/values.ts'
import { type SpecialName, traitsOf } from '#shared/kinds/minutes/meetingKinds.ts'
import type { MinutesDraft } from '#shared/kinds/minutes/schema.ts'
import { word, wordIfKnown } from './words.ts'

type NameOf = (id: string) => string

/** Where the words of a part begin otherwise than its name. */
const prefixes: Partial<Record<SpecialName, string>> = { regionTeam: 'region', naloxonePeer: 'naloxone' }
/** Fields that share their word with those of other parts. */
const shared: Readonly<Record<string, string>> = {
  participantCount: 'counts.participants',
  spraysHandedOut: 'naloxone.sprays',
  theme: 'gathering.theme',
}

/** The special fields of the kind of meeting as a person reads them, a piece for each field and each entry of a list. */
export function specialPieces(value: MinutesDraft, nameOf: NameOf): { title: string; pieces: Piece[] } {
  const { special } = traitsOf(value.header.meetingKind)
  if (special === null) return { title: '', pieces: [] }
  const prefix = prefixes[special] ?? special
  const pieces = Object.entries(value[special]).flatMap(([key, own]): Piece[] => {
    const label = wordIfKnown(`${prefix}.${key}`) ?? wordIfKnown(shared[key] ?? '') ?? key
    const at = `${special}/${key}`
    if (!isList(own)) return piece(at, label, linesOf(own, nameOf))
    return own.flatMap(({ id, ...entry }) =>
      piece(`${at}/${id}`, label, [
        Object.values(entry)
          .flatMap(part => linesOf(part, nameOf))
          .join(', '),
      ]),
    )
  })
  return { title: word(`special.${special}`), pieces }
}

function piece(path: string, label: string, lines: readonly string[]): Piece[] {
  const paragraphs = lines.filter(line => line.trim() !== '')
  return paragraphs.length > 0 ? [{ path, label, paragraphs }] : []
}

/** A value in words: names for people, days written out, texts by their paragraphs; nothing for what nobody entered. */
function linesOf(value: unknown, nameOf: NameOf): string[] {
  if (typeof value === 'number') return [String(value)]
  if (value === true) return [word('yes')]
  if (typeof value === 'string') return [daySchema.safeParse(value).success ? plainDay(value) : nameOf(value)]
  if (isProse(value)) return paragraphTexts(value)
  if (Array.isArray(value)) return value.flatMap(own => linesOf(own, nameOf))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, own]) =>
      own === true ? [wordIfKnown(`naloxone.${key}`) ?? key] : linesOf(own, nameOf),
    )
  return []
}

const isList = (value: unknown): value is { id: string }[] =>
  Array.isArray(value) && value.every(entry => typeof entry === 'object' && entry !== null && 'id' in entry)
const isProse = (value: unknown): value is ProseNode[] =>
  Array.isArray(value) && value.every(node => typeof node === 'object' && node !== null && 'type' in node)
