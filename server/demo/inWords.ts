import { nameOf } from './cast.ts'

/** How people write what the fixtures keep under an id. */
const words: Readonly<Record<string, string>> = {
  wartezeit_suchtberatung: 'Wartezeit in der Suchtberatung',
  mischkonsum_schmerzmittel_alkohol: 'Mischkonsum von Schmerzmitteln und Alkohol',
  austausch_nachbargruppen: 'Austausch mit Nachbargruppen',
  material_einfache_sprache: 'Material in einfacher Sprache',
  'm.2025-02': 'RT-OL 2025-02',
  'g.windlicht': nameOf('g.windlicht'),
  'org.land': nameOf('org.land'),
}

/** The same content with words in the place of ids, wherever a value is nothing but such an id. */
export function inWords<T>(content: T): T {
  const change = (value: unknown): unknown => {
    if (typeof value === 'string') return words[value] ?? value
    if (Array.isArray(value)) return value.map(change)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, change(own)]))
  }
  // only texts are exchanged for texts: the shape is the same
  return change(content) as T
}
