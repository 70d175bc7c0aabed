import { z } from 'zod'

/**
 * The federations differ (domain.md 4.5): the same word is rejected by one and self-chosen by another. So each rule
 * has a severity per profile.
 */
export const languageProfileSchema = z.enum(['neutral', 'abstinenzorientiert', 'akzeptierend'])
export type LanguageProfile = z.infer<typeof languageProfileSchema>

/** `error`: cannot go out like this; `warn`: wants an answer; `info`: shown only; `off`: not looked for. */
export const languageSeveritySchema = z.enum(['error', 'warn', 'info', 'off'])
export type LanguageSeverity = z.infer<typeof languageSeveritySchema>

const perProfileSchema = z.object({
  neutral: languageSeveritySchema,
  abstinenzorientiert: languageSeveritySchema,
  akzeptierend: languageSeveritySchema,
})

/** „L03“; a federation numbers its own rules as it likes. */
const ruleIdSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,19}$/)
const bothLanguagesSchema = z.object({ de: z.string().min(1), en: z.string().min(1) })

/** One rule of domain.md appendix A, with the reason that is shown beside the word. */
export const languageRuleSchema = z.object({
  id: ruleIdSchema,
  /** what to look for, a regular expression; boundaries and case are added by the check */
  p: z.string().min(1),
  /** words in which the pattern means something else, as regular expressions; here case counts */
  not: z.array(z.string().min(1)).optional(),
  sev: perProfileSchema,
  /** what to write instead; one with „…“ names a form, which people complete themselves */
  say: z.array(z.string().min(1)),
  /** those of `say` that tell what to do and do not fit into the sentence */
  advice: z.array(z.string().min(1)).optional(),
  src: z.array(z.string().min(1)),
  why: bothLanguagesSchema,
})
export type LanguageRule = z.infer<typeof languageRuleSchema>

/** Who says so, and where it was read (domain.md 9). */
export const languageSourceSchema = z.object({
  id: z.string().min(1),
  name: bothLanguagesSchema,
  places: z.array(z.string().min(1)),
})
export type LanguageSource = z.infer<typeof languageSourceSchema>

export const languageRulesSchema = z.object({
  /** patterns of names in which the words may stand: organisations call themselves what they like */
  exemptNames: z.array(z.string().min(1)),
  rules: z.array(languageRuleSchema),
  sources: z.array(languageSourceSchema),
})
export type LanguageRules = z.infer<typeof languageRulesSchema>

/** What a federation says beyond, or instead of, the rules that come with the program. Every part may be absent. */
export const federationRulesSchema = z.object({
  exemptNames: z.array(z.string().min(1)).default([]),
  /** new rules, and rules that replace one of the same id */
  rules: z.array(languageRuleSchema).default([]),
  /** another severity for a rule: everywhere, or for some profiles */
  severity: z.record(ruleIdSchema, z.union([languageSeveritySchema, perProfileSchema.partial()])).default({}),
  /** rules that are not looked for at all */
  off: z.array(ruleIdSchema).default([]),
  sources: z.array(languageSourceSchema).default([]),
})
export type FederationRules = z.input<typeof federationRulesSchema>
