import type { Kysely, RawBuilder } from 'kysely'
import type { Tables } from './tables.ts'

class Slot<N> {
  readonly name: N
  constructor(name: N) {
    this.name = name
  }
}

/** A statement that is compiled once and run with other values each time. */
export interface Template<V extends Record<string, unknown>> {
  readonly sql: string
  /** The parameters of one run. */
  parametersFor(values: V): unknown[]
}

/** Builds the statement with `slot('name')` wherever a value will stand. */
export function template<V extends Record<string, unknown>>(
  kysely: Kysely<Tables>,
  build: (slot: (name: keyof V) => unknown) => RawBuilder<unknown>,
): Template<V> {
  const { sql, parameters } = build(name => new Slot(name)).compile(kysely)
  const places = parameters.map(parameter => {
    if (!(parameter instanceof Slot)) throw new TypeError('A template holds slots only')
    return parameter.name as keyof V
  })
  return { sql, parametersFor: values => places.map(name => values[name]) }
}
