import { z } from 'zod'
import { type Person, personSchema } from '#shared/api/contract.ts'

const storageKey = 'mitschrift.person'
const storedSchema = z.string().transform((text, context) => {
  try {
    return personSchema.parse(JSON.parse(text))
  } catch {
    context.addIssue({ code: 'custom', message: 'not a person' })
    return z.NEVER
  }
})

let person: Person | null | undefined

/** Who signed in last on this device and has not signed out; `null` when nobody. Works without a network. */
export function rememberedPerson(): Person | null {
  if (person !== undefined) return person
  const stored = storedSchema.safeParse(read())
  person = stored.success ? stored.data : null
  return person
}

/** Where storage is closed (private mode) the person is known until the tab is closed. */
export function rememberPerson(next: Person | null): void {
  person = next
  try {
    if (next) localStorage.setItem(storageKey, JSON.stringify(next))
    else localStorage.removeItem(storageKey)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return null
  }
}
