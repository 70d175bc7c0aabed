import { createHash, randomBytes } from 'node:crypto'

/** A fresh secret for a link: 256 bit, 43 characters of base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token. SHA-256 without salt is enough: the token itself cannot be guessed. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
