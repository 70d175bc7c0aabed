import { z } from 'zod'
import { AppError, errorCodeSchema } from '#shared/errors.ts'

const refusedSchema = z.object({ code: errorCodeSchema })
const answerSchema = z.union([
  refusedSchema,
  z.object({ error: refusedSchema }).transform(({ error }) => error),
])

/** Posts JSON to one of the few endpoints outside of the typed API (they set a cookie). Throws an `AppError`. */
export async function post(path: string, body: unknown): Promise<void> {
  let response: Response
  try {
    response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch (error) {
    throw new AppError('unavailable', { cause: error })
  }
  if (response.ok) return
  throw new AppError(await codeOf(response))
}

async function codeOf(response: Response) {
  try {
    const answer = answerSchema.safeParse(await response.json())
    return answer.success ? answer.data.code : 'unavailable'
  } catch (error) {
    if (error instanceof SyntaxError) return 'unavailable'
    throw error
  }
}
