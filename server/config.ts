import path from 'node:path'
import { z } from 'zod'
import { type LogLevel, logLevels } from '#server/log.ts'

/** A variable of the environment with a value that does not work. The message is one sentence per language. */
export class ConfigError extends Error {
  readonly variable: string
  readonly german: string
  constructor(variable: string, german: string, english: string) {
    super(english)
    this.name = 'ConfigError'
    this.variable = variable
    this.german = german
  }
}

const isOrigin = (value: string): boolean => {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  const bare =
    url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  return bare && (url.protocol === 'http:' || url.protocol === 'https:')
}

const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().max(65_535))
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9._:-]{1,253}$/)
    .default('127.0.0.1'),
  BASE_URL: z
    .string()
    .refine(isOrigin)
    .transform(value => new URL(value).origin)
    .optional(),
  DATA_DIR: z.string().max(4096).default('./data'),
  CLIENT_DIR: z.string().max(4096).optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  TRUST_PROXY: z
    .enum(['0', '1'])
    .default('0')
    .transform(value => value === '1'),
  TZ: z.string().refine(isTimeZone).default('Europe/Berlin'),
  // 32 characters of base64url are 192 bit: nothing shorter may sign sessions
  AUTH_SECRET: z.string().min(32).max(500).optional(),
  METRICS_TOKEN: z.string().min(16).max(500).optional(),
  LANGUAGE_RULES: z.string().max(4096).optional(),
  PROGRAMMES: z.string().max(4096).optional(),
})

type VariableName = keyof typeof environmentSchema.shape

/** What a variable allows, in the words that follow „Erlaubt ist:“ and “Allowed:”. A secret is never repeated. */
const allowances: Readonly<Record<VariableName, { german: string; english: string; secret?: true }>> = {
  PORT: {
    german: 'eine ganze Zahl von 0 bis 65535 (0 = irgendein freier Port)',
    english: 'a whole number from 0 to 65535 (0 = any free port)',
  },
  HOST: {
    german: 'ein Rechnername oder eine IP-Adresse, zum Beispiel 127.0.0.1 oder 0.0.0.0',
    english: 'a host name or an IP address, for example 127.0.0.1 or 0.0.0.0',
  },
  BASE_URL: {
    german: 'eine Adresse mit http:// oder https:// ohne Pfad, zum Beispiel https://mitschrift.example.org',
    english: 'an http:// or https:// address without a path, for example https://mitschrift.example.org',
  },
  DATA_DIR: { german: 'ein Ordner, zum Beispiel ./data', english: 'a folder, for example ./data' },
  CLIENT_DIR: { german: 'ein Ordner mit dem gebauten Client', english: 'a folder with the built client' },
  LOG_LEVEL: {
    german: 'fatal, error, warn, info, debug oder silent',
    english: 'fatal, error, warn, info, debug or silent',
  },
  TRUST_PROXY: { german: '0 oder 1', english: '0 or 1' },
  TZ: {
    german: 'eine Zeitzone, zum Beispiel Europe/Berlin',
    english: 'a time zone, for example Europe/Berlin',
  },
  AUTH_SECRET: {
    german: 'mindestens 32 zufällige Zeichen',
    english: 'at least 32 random characters',
    secret: true,
  },
  METRICS_TOKEN: {
    german: 'mindestens 16 zufällige Zeichen',
    english: 'at least 16 random characters',
    secret: true,
  },
  LANGUAGE_RULES: {
    german: 'eine JSON-Datei mit den Sprachregeln des Verbands',
    english: 'a JSON file with the language rules of the federation',
  },
  PROGRAMMES: {
    german: 'eine JSON-Datei mit den Programmen des Verbands',
    english: 'a JSON file with the programmes of the federation',
  },
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** All that the environment decides. Folders are absolute; `baseUrl` is null for „http://localhost:<port>“. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly baseUrl: string | null
  readonly dataDir: string
  readonly clientDir: string
  readonly logLevel: LogLevel
  readonly trustProxy: boolean
  readonly timeZone: string
  readonly authSecret: string | null
  readonly metricsToken: string | null
  /** the federation's own language rules; `null`: those of the program alone */
  readonly languageRulesFile: string | null
  /** the federation's own programmes; `null`: those that come with the program */
  readonly programmesFile: string | null
}

/** Parses the environment once; an empty variable is an unset one. Throws ConfigError for the first variable that does not work. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  )
  if (!parsed.success) throw explain(parsed.error, env)
  const values = parsed.data
  return {
    port: values.PORT,
    host: values.HOST,
    baseUrl: values.BASE_URL ?? null,
    dataDir: path.resolve(values.DATA_DIR),
    clientDir: path.resolve(values.CLIENT_DIR ?? path.join(import.meta.dirname, '..', 'dist', 'client')),
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY,
    timeZone: values.TZ,
    authSecret: values.AUTH_SECRET ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    languageRulesFile: values.LANGUAGE_RULES ? path.resolve(values.LANGUAGE_RULES) : null,
    programmesFile: values.PROGRAMMES ? path.resolve(values.PROGRAMMES) : null,
  }
}

const isVariable = (name: unknown): name is VariableName =>
  typeof name === 'string' && name in environmentSchema.shape

function explain(error: z.ZodError, env: Readonly<Record<string, string | undefined>>): ConfigError {
  const name = error.issues[0]?.path[0]
  if (!isVariable(name)) throw error
  const allowed = allowances[name]
  const given = allowed.secret ? null : (env[name] ?? '')
  const german = given === null ? 'Der Wert von' : `„${given}“ als Wert von`
  const english = given === null ? 'The value of' : `“${given}” as the value of`
  return new ConfigError(
    name,
    `${german} ${name} geht nicht. Erlaubt ist: ${allowed.german}.`,
    `${english} ${name} does not work. Allowed: ${allowed.english}.`,
  )
}
