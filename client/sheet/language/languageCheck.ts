import { projectionOf } from '#client/document/hooks.ts'
import type { TextMark } from '#client/editor/textMarks.ts'
import { type Readable, writable } from '#client/lib/store.ts'
import { type CheckedText, checkLanguage, type LanguageFinding } from '#shared/rules/language/check.ts'
import type { LanguageProfile, LanguageRules } from '#shared/rules/language/schema.ts'

/** A word that stays in this document although a rule found it. */
export type KeptWord = { readonly rule: string; readonly word: string }

/** What a kind says of its texts. Paragraphs of prose are `<path>#<number>`, everything else is its path. */
export type LanguageSource<T> = {
  readonly texts: (value: T) => readonly CheckedText[]
  readonly profile: (value: T) => LanguageProfile
  readonly kept: (value: T) => readonly KeptWord[]
  readonly rules: LanguageRules
}

/** A finding in a field; in prose with the number of its textblock. */
export type PlacedFinding = LanguageFinding & {
  readonly id: string
  readonly field: string
  readonly block: number | null
}

/** What the language check has found in an open document and nobody has answered. */
export interface LanguageCheck extends Readable<readonly PlacedFinding[]> {
  readonly rules: LanguageRules
  /** the findings of one field; the same list while they stay the same */
  at(field: string): Readable<readonly PlacedFinding[]>
  /** the same as marks for an editor */
  marksAt(field: string): Readable<readonly TextMark[]>
  /** Follows the document until the answered function is called. */
  begin(): () => void
}

/** After this pause (ms) a changed text is looked at: nobody is told about a word that is still being typed. */
const pause = 300

const none: readonly PlacedFinding[] = []

/**
 * Looks at the texts of a document while it is being written: some time after a change, apart from the key strokes, and
 * only at the texts that are not as they were.
 */
export function languageCheckOf<T>(
  session: Parameters<typeof projectionOf<T>>[0],
  source: LanguageSource<T>,
  check = checkLanguage,
): LanguageCheck {
  const projection = projectionOf<T>(session)
  const all = writable<readonly PlacedFinding[]>(none)
  const fields = new Map<string, ReturnType<typeof fieldStore>>()
  let known = new Map<string, { text: string; profile: string; found: readonly LanguageFinding[] }>()
  const fieldOf = (field: string) => {
    const present = fields.get(field) ?? fieldStore(all, field)
    fields.set(field, present)
    return present
  }

  const look = () => {
    const { value } = projection.get()
    const profile = source.profile(value)
    const next: typeof known = new Map()
    for (const text of source.texts(value)) {
      const before = known.get(text.path)
      const isSame = before?.text === text.text && before.profile === profile
      const found = isSame ? before.found : check([text], { profile, rules: source.rules })
      next.set(text.path, { text: text.text, profile, found })
    }
    known = next
    const kept = new Set(source.kept(value).map(({ rule, word }) => keyOf(rule, word)))
    const open = [...known.values()]
      .flatMap(({ found }) => found)
      .filter(({ rule, match }) => !kept.has(keyOf(rule, match)))
      .map(placed)
    if (JSON.stringify(open) !== JSON.stringify(all.get())) all.set(open)
  }

  return {
    rules: source.rules,
    get: all.get,
    subscribe: all.subscribe,
    at: field => fieldOf(field).findings,
    marksAt: field => fieldOf(field).marks,
    begin: () => {
      let timer: ReturnType<typeof setTimeout> | null = null
      const soon = () => {
        if (timer) clearTimeout(timer)
        timer = setTimeout(look, pause)
      }
      const stop = projection.subscribe(soon)
      look()
      return () => {
        stop()
        if (timer) clearTimeout(timer)
      }
    },
  }
}

const keyOf = (rule: string, word: string) => `${rule} ${word.toLowerCase()}`

function placed(finding: LanguageFinding): PlacedFinding {
  const [field = '', block] = finding.path.split('#')
  const id = `${finding.path}/${finding.rule}/${finding.from}`
  return { ...finding, id, field, block: block === undefined ? null : Number(block) }
}

/** The part of one field, for everybody who shows it. */
function fieldStore(all: Readable<readonly PlacedFinding[]>, field: string) {
  let findings: readonly PlacedFinding[] = none
  let marks: readonly TextMark[] = []
  const renew = () => {
    const next = all.get().filter(finding => finding.field === field)
    if (JSON.stringify(next) === JSON.stringify(findings)) return false
    findings = next
    marks = next.map(({ id, block, from, to, match, severity }) => ({
      id,
      block: block ?? 0,
      from,
      to,
      match,
      tone: severity,
    }))
    return true
  }
  const subscribe = (listener: () => void) => all.subscribe(listener)
  const of = <V>(read: () => V): Readable<V> => ({
    get: () => {
      renew()
      return read()
    },
    subscribe,
  })
  return { findings: of(() => findings), marks: of(() => marks) }
}
