import { openDB } from 'idb'
import { z } from 'zod'
import { keep, recall } from '#client/lib/kept.ts'
import { type Person, personSchema } from '#shared/api/person.ts'

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
  const stored = storedSchema.safeParse(recall(storageKey))
  person = stored.success ? stored.data : null
  return person
}

const databaseName = 'mitschrift'
const openDatabase = () =>
  openDB(databaseName, 1, { upgrade: database => void database.createObjectStore('person') })

/**
 * The same, for the start of the app: browsers write local storage late, so that a browser that was killed may have
 * forgotten it; the database has it then.
 */
export async function recallPerson(): Promise<Person | null> {
  const known = rememberedPerson()
  if (known) return known
  try {
    const database = await openDatabase()
    const stored = personSchema.safeParse(await database.get('person', 'last'))
    database.close()
    person = stored.success ? stored.data : null
    return person
  } catch (error) {
    // private mode: nobody is remembered, the server is asked
    if (error instanceof DOMException) return null
    throw error
  }
}

async function store(next: Person | null): Promise<void> {
  try {
    const database = await openDatabase()
    const transaction = database.transaction('person', 'readwrite', { durability: 'strict' })
    if (next) await transaction.store.put(next, 'last')
    else await transaction.store.delete('last')
    await transaction.done
    database.close()
  } catch (error) {
    // local storage has it as well; where both are closed, the device store says so
    if (!(error instanceof DOMException)) throw error
  }
}

/** Where storage is closed (private mode) the person is known until the tab is closed. */
export function rememberPerson(next: Person | null): void {
  const same = JSON.stringify(next) === JSON.stringify(rememberedPerson())
  person = next
  if (!same) void store(next)
  keep(storageKey, next && JSON.stringify(next))
}
