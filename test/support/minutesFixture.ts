import { AssertionError } from 'node:assert'
import * as Y from 'yjs'
import { z } from 'zod'
import { contentOf, startSchema } from '#server/demo/minutesA1.ts'
import { paragraphTexts } from '#shared/document/prose.ts'
import { fillMinutes } from '#shared/kinds/minutes/fill.ts'
import { type MinutesDraft, minutes } from '#shared/kinds/minutes/schema.ts'

/** Makes the document as the server does: the seed, then the prepared content through the typed handle. */
export function fillFromStart(doc: Y.Doc, start: unknown): void {
  Y.applyUpdate(doc, minutes.seed)
  fillMinutes(minutes.open(doc), contentOf(startSchema.parse(start)))
}

/** Without what says nothing: the fixtures leave out the fields that nobody has entered. */
const entered = (value: object, optional: readonly string[]) =>
  Object.fromEntries(
    Object.entries(value).filter(([key, own]) => !(optional.includes(key) && isNothing(own))),
  )
const isNothing = (value: unknown): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)

const plain = (nodes: MinutesDraft['agenda'][number]['body']): string => paragraphTexts(nodes).join('\n')

/** The draft in the form of the fixtures. */
export function asFixture(value: MinutesDraft) {
  return {
    header: entered(value.header, ['remoteAccessOnInvitation']),
    formalia: entered(value.formalia, ['agendaApproved', 'previousMinutes']),
    quorum: { rule: value.quorum.rule },
    attendance: value.attendance.map(({ id: person, listing, ...row }) => ({
      person,
      ...row,
      ...(listing !== 'klarname' && { listing }),
    })),
    agenda: value.agenda.map(({ body, absentDuring, attachments, ...item }, index) => ({
      ...item,
      ...entered({ absentDuring, attachments }, ['absentDuring', 'attachments']),
      order: index + 1,
      body: paragraphTexts(body),
    })),
    decisions: value.decisions.map(({ id, motion, wording, dissentNote, ...decision }) => ({
      id,
      ...entered({ ...decision, motion: plain(motion), dissentNote: plain(dissentNote) }, [
        'subject',
        'motion',
        'dissentNote',
        'excludedPersons',
        'validFrom',
        'supersedes',
      ]),
      wording: plain(wording),
    })),
    tasks: value.tasks,
    attachments: value.attachments,
    lateContributions: value.lateContributions.map(({ id: op, receivedOn, ...late }) => ({
      op,
      ...late,
      ...(receivedOn !== null && { receivedOn }),
    })),
  }
}
export type FixtureForm = ReturnType<typeof asFixture>

const parts = ['header', 'formalia', 'attendance', 'agenda', 'decisions', 'tasks', 'attachments'] as const

/**
 * Compares the parts of the draft with a fixture such as `a.afterTimeline` and throws with every difference.
 * `oneOf` lists the allowed values. The order of agenda, paragraphs and intervals counts, that of
 * attendance rows, decisions, tasks and attachments does not. Other parts of the fixture are not looked at.
 */
export function expectMatches(actual: FixtureForm, expected: unknown): void {
  const fixture = z.looseObject({ quorum: z.object({ rule: z.unknown() }) }).parse(expected)
  const differences = [
    ...parts.flatMap(part => differencesOf(keyed(actual[part], part), keyed(fixture[part], part), part)),
    ...differencesOf(actual.quorum.rule, fixture.quorum.rule, 'quorum/rule'),
  ]
  if (differences.length > 0) throw new AssertionError({ message: differences.join('\n') })
}

const keys: Partial<Record<string, string>> = {
  attendance: 'person',
  decisions: 'id',
  tasks: 'id',
  attachments: 'id',
}

/** A list whose order does not count, as an object by key; two entries of one key are a difference, too. */
function keyed(value: unknown, part: string): unknown {
  const key = keys[part]
  if (key === undefined) return value
  const entries = z.array(z.looseObject({ [key]: z.string() })).parse(value)
  return Object.fromEntries(
    entries.map((entry, index) => {
      const name = String(entry[key])
      const isRepeated = entries.findIndex(other => other[key] === name) !== index
      return [isRepeated ? `${name} (repeated)` : name, entry]
    }),
  )
}

const oneOfSchema = z.strictObject({ oneOf: z.array(z.unknown()) })

function differencesOf(actual: unknown, expected: unknown, path: string): string[] {
  const choice = oneOfSchema.safeParse(expected)
  if (choice.success) {
    const fits = choice.data.oneOf.some(option => differencesOf(actual, option, path).length === 0)
    return fits ? [] : [`${path}: ${JSON.stringify(actual)} is none of the allowed values`]
  }
  const areContainers = [actual, expected].every(value => typeof value === 'object' && value !== null)
  if (!areContainers || Array.isArray(actual) !== Array.isArray(expected)) {
    if (Object.is(actual, expected)) return []
    return [`${path}: is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`]
  }
  const have = new Map<string, unknown>(Object.entries(Object(actual)))
  const want = new Map<string, unknown>(Object.entries(Object(expected)))
  return [...new Set([...have.keys(), ...want.keys()])].flatMap(key =>
    differencesOf(have.get(key), want.get(key), `${path}/${key}`),
  )
}
