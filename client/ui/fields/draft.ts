/**
 * What a field knows while somebody types in it; pure, the control is outside.
 * [UD1] what is typed is written on Enter, on leaving, after a short pause, and before undo
 * [UD2] a value that arrives meanwhile never replaces what is being typed; it is shown beside it
 * [UD3] a text that cannot be taken stays in the control with the reason, and nothing is written
 */
export type Draft =
  /** shows the value */
  | { readonly state: 'resting' }
  /** shows what is typed; `base` stood there before, `other` came meanwhile, `problem` says why it was not taken */
  | {
      readonly state: 'typing'
      readonly typed: string
      readonly base: string
      readonly other: string | null
      readonly problem: string | null
    }
  /** shows what was typed; `value` is what it was written as */
  | { readonly state: 'written'; readonly typed: string; readonly value: string }

/** The answer to a write: the text of the value that now stands, or why it was not taken. */
export type Written = { readonly value: string } | { readonly problem: string }

export const resting: Draft = { state: 'resting' }

export const shownText = (draft: Draft, value: string): string =>
  draft.state === 'resting' ? value : draft.typed

/** Somebody typed; `value` is what stands in the document. */
export function typed(draft: Draft, text: string, value: string): Draft {
  if (draft.state === 'typing') return { ...draft, typed: text, problem: null }
  return {
    state: 'typing',
    typed: text,
    base: draft.state === 'written' ? draft.value : value,
    other: null,
    problem: null,
  }
}

/** The document's value changed. */
export function arrived(draft: Draft, value: string): Draft {
  if (draft.state === 'written') return value === draft.value ? draft : resting
  if (draft.state === 'resting' || value === draft.base || value === draft.typed) return draft
  return { ...draft, other: value }
}

/** Whether there is anything to write. */
export const isUnwritten = (draft: Draft): draft is Draft & { state: 'typing' } =>
  draft.state === 'typing' && draft.typed !== draft.base && draft.problem === null

/** After the write was tried. */
export function tried(draft: Draft & { state: 'typing' }, answer: Written): Draft {
  if ('problem' in answer) return { ...draft, problem: answer.problem }
  return { state: 'written', typed: draft.typed, value: answer.value }
}

/** The focus went on: only a text that was not taken stays. */
export const left = (draft: Draft): Draft =>
  draft.state === 'typing' && (draft.problem !== null || draft.typed !== draft.base) ? draft : resting
