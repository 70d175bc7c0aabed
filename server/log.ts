import { type Logger, pino, stdTimeFunctions } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

/**
 * One JSON line per event on stdout. What may stand in a line: document ids, random author ids, codes,
 * counts and durations. Never names, titles, content, tokens or addresses (THREATS P7), and no host name.
 */
export const createLog = (level: LogLevel): Log =>
  pino({ level, base: null, timestamp: stdTimeFunctions.isoTime })
