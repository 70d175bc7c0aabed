import * as Y from 'yjs'
import type { MinutesCommand, RefusalReason } from '#shared/kinds/minutes/commands.ts'
import { fillMinutes, type MinutesContent } from '#shared/kinds/minutes/fill.ts'
import type { MinutesPayload } from '#shared/kinds/minutes/payload.ts'
import { recordOf } from '#shared/kinds/minutes/recordOf.ts'
import { type MinutesDraft, minutes } from '#shared/kinds/minutes/schema.ts'
import { decideMinutes } from './decide.ts'
import type { DecideInput } from './input.ts'

export const documentId = 'a1a1a1a1-2026-4314-8000-000000000a01'
export const laterId = 'a1a1a1a1-2026-4912-8000-000000000a02'

/** Somebody who leads a meeting and has no account. */
export const guest = 'u.as'

/** For tests of the commands: minutes with a ledger of their own, which grows by what is decided. */
export class Decisions {
  readonly payloads: MinutesPayload[] = []
  value: MinutesDraft
  readonly #others: DecideInput['other']
  readonly #taken: ReadonlySet<string>

  constructor(content: MinutesContent, others: DecideInput['other'] = () => null, taken: string[] = []) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, minutes.seed)
    fillMinutes(minutes.open(doc), content)
    this.value = minutes.project(doc).value
    this.#others = others
    this.#taken = new Set(taken)
  }

  get record() {
    return recordOf(this.payloads.map(payload => ({ payload })))
  }

  /** `done`, or why not. `by` a person, `at` a time of the day of the meeting, or a day and a time. */
  run(command: MinutesCommand, by: string, when = '11:42'): 'done' | RefusalReason {
    const [on = '', at = ''] = when.includes(' ') ? when.split(' ') : ['2026-03-14', when]
    let ids = this.payloads.length
    const decided = decideMinutes(command, {
      value: this.value,
      record: this.record,
      documentId,
      by,
      isWriter: person => person !== guest,
      when: { on, at },
      now: { on, at },
      newId: () => `id${++ids}`,
      isTaken: register => this.#taken.has(register),
      hash: text => `hash of ${text.length}`,
      findings: {},
      other: this.#others,
    })
    this.payloads.push(...decided.payloads)
    return decided.outcome === 'done' ? 'done' : decided.reason
  }
}
