import type { Bench } from './bench.ts'
import { cold } from './cold.ts'
import { convergence } from './convergence.ts'
import { durable } from './durable.ts'
import { fanout } from './fanout.ts'
import { idle } from './idle.ts'
import { merge } from './merge.ts'
import { old } from './old.ts'
import { sheet } from './sheet.ts'
import { soak } from './soak.ts'
import { storm } from './storm.ts'

/** All benches by name, in the order in which `all` runs them. */
export const benches: Readonly<Record<string, Bench>> = {
  fanout,
  old,
  storm,
  cold,
  merge,
  idle,
  sheet,
  durable,
  convergence,
  soak,
}

/** What `all` leaves out: they take as long as they are told to. */
export const notInAll: ReadonlySet<string> = new Set(['soak', 'convergence'])
