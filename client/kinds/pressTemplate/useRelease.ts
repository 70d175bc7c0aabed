import { createContext, useContext } from 'react'
import { projectionOf } from '#client/document/hooks.ts'
import { factWords } from '#client/editor/factWords.ts'
import { type Readable, useStore } from '#client/lib/store.ts'
import { pressFacts } from '#shared/kinds/pressTemplate/ownFacts.ts'
import { type Release, renderRelease } from '#shared/kinds/pressTemplate/render.ts'
import type { PressDraft } from '#shared/kinds/pressTemplate/schema.ts'
import { factLabel } from '#shared/rules/factLabels.ts'
import { type Facts, mergeField } from '#shared/rules/mergeFields.ts'
import type { PressSession } from './usePress.ts'
import { variablesOf } from './variables.ts'

/** The document as it stands, its facts and how it would go out: computed once per change for the whole sheet. */
export type Drawn = {
  readonly value: PressDraft
  readonly facts: Facts
  /** what merge fields show: in a template those without a fact are no gap but a place to fill, „[Stadt]“ */
  readonly shown: Facts
  readonly release: Release
}

/** `group`: the facts of the group, which change by themselves. */
export function drawnOf(session: PressSession, group: Readable<Facts>): Readable<Drawn> {
  const projection = projectionOf<PressDraft>(session)
  let seen: { readonly value: PressDraft; readonly group: Facts } | null = null
  let drawn: Drawn | null = null
  const get = (): Drawn => {
    const [{ value }, facts] = [projection.get(), group.get()]
    if (!drawn || seen?.value !== value || seen.group !== facts) {
      const release = renderRelease(value, facts)
      const all = readable({ ...pressFacts(value, facts), 'auto.zeichen': String(release.length) })
      seen = { value, group: facts }
      const shown = value.header.form === 'vorlage' ? { ...places(value, all), ...all } : all
      drawn = { value, facts: all, shown, release }
    }
    return drawn
  }
  return {
    get,
    subscribe: listener => {
      const stops = [projection.subscribe(listener), group.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

const places = (value: PressDraft, facts: Facts): Facts =>
  Object.fromEntries(
    variablesOf(value, facts)
      .filter(({ shown }) => shown === null)
      .map(({ name }) => [name, `[${factLabel(name)}]`]),
  )

/** A quote or a paragraph that itself holds an open merge field says so in words. */
const readable = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      fact.replaceAll(mergeField, (_, open: string) => factWords(open, {}).shown),
    ]),
  )

/** Part of a readable value; the same object while it says the same. */
export function derived<A, B>(source: Readable<A>, read: (value: A) => B): Readable<B> {
  let last: { readonly of: A; readonly is: B } | null = null
  return {
    get: () => {
      const value = source.get()
      if (last?.of === value) return last.is
      const next = read(value)
      const is = last && JSON.stringify(last.is) === JSON.stringify(next) ? last.is : next
      last = { of: value, is }
      return is
    },
    subscribe: source.subscribe,
  }
}

const Context = createContext<Readable<Drawn> | null>(null)
export const DrawnProvider = Context.Provider

/** The drawn document; a part of it with `read`, rendered again only when that part changes. */
export function useDrawn(): Readable<Drawn> {
  const drawn = useContext(Context)
  if (!drawn) throw new Error('A part of a press text was rendered outside of its sheet')
  return drawn
}
export const useRelease = (): Release => useStore(useDrawn()).release
