import { text } from '#client/i18n/i18n.ts'

/** „schreibt in TOP 5“, „liest die Anwesenheit“, „ist hier“. */
export function doingWords(
  place: { path: string; typing: boolean } | null,
  placeWord: (path: string) => string | null,
): string {
  const where = place ? placeWord(place.path) : null
  if (!place || where === null) return text('here.here')
  return text(place.typing ? 'here.writes' : 'here.reads', { where })
}
