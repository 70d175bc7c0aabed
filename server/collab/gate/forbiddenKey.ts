import { isForbiddenKey } from '#shared/document/text.ts'
import { RefusedUpdate } from './refusal.ts'

/**
 * Throws for a name that reaches into a prototype where somebody uses it as the key of a plain object (b10).
 * `prototype` does so below a function only: no reader has one, but no honest name is lost by it either.
 */
export function checkKey(key: string): string {
  if (isForbiddenKey(key) || key === 'prototype') throw new RefusedUpdate('forbiddenKey')
  return key
}
