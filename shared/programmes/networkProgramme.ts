import example from './example.json' with { type: 'json' }
import { type Programmes, programmesSchema } from './schema.ts'

/**
 * The programme that comes with the program: an example with the phases of domain.md 1.2, and the counters of 1.4 as
 * they go on since. A federation brings its own by such a file (`PROGRAMMES`). Seasons are written as the half-years
 * that begin with March and September; for autumn 2020 no meeting is named.
 */
export const shippedProgrammes: Programmes = programmesSchema.parse(example)
