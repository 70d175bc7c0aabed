import { api } from './base.ts'
import { documentsCreate } from './documentsCreate.ts'
import { documentsList } from './documentsList.ts'
import { documentsOpen } from './documentsOpen.ts'
import { sessionCurrent } from './sessionCurrent.ts'
import { sessionSignOut } from './sessionSignOut.ts'
import { spacesAddPerson } from './spacesAddPerson.ts'
import { spacesList } from './spacesList.ts'
import { spacesMembers } from './spacesMembers.ts'

/** Every endpoint of the typed API; each declares its access before its handler. */
export const router = api.router({
  session: { current: sessionCurrent, signOut: sessionSignOut },
  spaces: { list: spacesList, members: spacesMembers, addPerson: spacesAddPerson },
  documents: { list: documentsList, create: documentsCreate, open: documentsOpen },
})
