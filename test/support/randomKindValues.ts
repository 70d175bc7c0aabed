import * as fc from 'fast-check'
import { z } from 'zod'

// Also what a refined text may ask for: a day, a time, a local moment.
const words = [
  '',
  '2026-03-14T10:30',
  '2026-11-01T00:00',
  '10:30',
  '2026-03-14',
  'Raum',
  'ä',
  'Gruppe am Anger',
  '👋',
  'a.b-c_d',
  'https://example.org/x',
  '14. März 2026',
]
const days = ['2026-03-14', '2028-02-29', '2025-12-31', '2026-03-29']
// Draws in which one has to keep a rule.
const tries = 500
// money in cents, counts, minutes: what is larger tells nothing new
const mostNumber = 1_000_000

/**
 * Values that a schema takes, made from the schema itself: so a new field of a kind is drawn without anybody telling
 * the test. Throws for a sort of schema it has not learned yet.
 */
export function valuesOf(schema: unknown): fc.Arbitrary<unknown> {
  if (!(schema instanceof z.ZodType)) throw new TypeError('That is no zod schema')
  const form = formOf(schema)
  const isTaken = (value: unknown): boolean => schema.safeParse(value).success
  // a rule beyond the form: without a single value that keeps it, drawing would never end
  const isRefined = (schema.def.checks ?? []).some(check => check._zod.def.check === 'custom')
  if (isRefined && !fc.sample(form, { seed: 1, numRuns: tries }).some(isTaken)) {
    throw new TypeError('No value keeps this rule: teach test/support/randomKindValues.ts one')
  }
  return form.filter(isTaken)
}

function formOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly) return valuesOf(schema.unwrap())
  if (schema instanceof z.ZodNullable) {
    return fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 4, arbitrary: valuesOf(schema.unwrap()) },
    )
  }
  if (schema instanceof z.ZodOptional) {
    return fc.oneof(
      { weight: 1, arbitrary: fc.constant(undefined) },
      { weight: 4, arbitrary: valuesOf(schema.unwrap()) },
    )
  }
  if (schema instanceof z.ZodISODate) return fc.constantFrom(...days)
  if (schema instanceof z.ZodEmail) return fc.constantFrom('gruppe@example.org', 'a.b@example.org')
  if (schema instanceof z.ZodURL) return fc.constantFrom('https://example.org/', 'https://example.org/a?b=c')
  if (schema instanceof z.ZodISODateTime)
    return fc.constantFrom('2026-03-14T10:05:00Z', '2028-02-29T23:59:59Z')
  if (schema instanceof z.ZodUUID) return fc.uuid()
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return textsOf(schema)
  if (schema instanceof z.ZodNumber) return numbersOf(schema)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodArray) {
    const most = patternsAndBounds(schema).most ?? 3
    return fc.array(valuesOf(schema.element), { maxLength: Math.min(3, most) })
  }
  if (schema instanceof z.ZodTuple) {
    const items: readonly unknown[] = schema.def.items
    return fc.tuple(...items.map(valuesOf))
  }
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, unknown> = schema.shape
    return fc.record(Object.fromEntries(Object.entries(shape).map(([key, child]) => [key, valuesOf(child)])))
  }
  if (schema instanceof z.ZodRecord) {
    return fc.dictionary(valuesOf(schema.keyType).map(String), valuesOf(schema.valueType), { maxKeys: 3 })
  }
  if (schema instanceof z.ZodUnion) {
    const options: readonly unknown[] = schema.options
    return fc.oneof(...options.map(valuesOf))
  }
  throw new TypeError(`No values are made for ${schema.def.type} yet: teach test/support/randomKindValues.ts`)
}

function textsOf(schema: z.ZodType): fc.Arbitrary<string> {
  const { patterns, least } = patternsAndBounds(schema)
  const [pattern] = patterns
  if (pattern) return fc.stringMatching(pattern)
  const usual = words.filter(word => word.length >= (least ?? 0))
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...usual) },
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
}

function numbersOf(schema: z.ZodNumber): fc.Arbitrary<number> {
  const min = Math.max(schema.minValue ?? -mostNumber, -mostNumber)
  const max = Math.min(schema.maxValue ?? mostNumber, mostNumber)
  const whole = fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
  return schema.isInt ? whole : fc.oneof(whole, fc.double({ min, max, noNaN: true }))
}

const checkSchema = z.object({
  check: z.string(),
  pattern: z.instanceof(RegExp).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
})

function patternsAndBounds(schema: z.ZodType): { patterns: RegExp[]; least?: number; most?: number } {
  const checks = (schema.def.checks ?? []).map(check => checkSchema.parse(check._zod.def))
  const least = checks.find(({ check }) => check === 'min_length')?.minimum
  const most = checks.find(({ check }) => check === 'max_length')?.maximum
  return {
    patterns: checks.flatMap(({ pattern }) => pattern ?? []),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  }
}
