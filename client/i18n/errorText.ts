import type { AppError } from '#shared/errors.ts'
import { text } from './i18n.ts'

/** The sentence for an error code: what happened and what to do (STYLE 18). */
export const errorText = (error: AppError): string => text(`errors.${error.code}`)
