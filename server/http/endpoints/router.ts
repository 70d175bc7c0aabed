import { api } from './base.ts'
import { documentsCreate } from './documentsCreate.ts'
import { documentsList } from './documentsList.ts'
import { documentsOpen } from './documentsOpen.ts'
import { kitsBegin } from './kitsBegin.ts'
import { languageRulesCurrent } from './languageRulesCurrent.ts'
import { ledgerFeed } from './ledgerFeed.ts'
import { minutesCommands } from './minutesCommands.ts'
import { sessionCurrent } from './sessionCurrent.ts'
import { sessionNewLink } from './sessionNewLink.ts'
import { sessionSignOut } from './sessionSignOut.ts'
import { spacesAddPerson } from './spacesAddPerson.ts'
import { spacesList } from './spacesList.ts'
import { spacesMembers } from './spacesMembers.ts'
import { spacesNewLink } from './spacesNewLink.ts'

/** Every endpoint of the typed API; each declares its access before its handler. */
export const router = api.router({
  session: { current: sessionCurrent, signOut: sessionSignOut, newLink: sessionNewLink },
  spaces: { list: spacesList, members: spacesMembers, addPerson: spacesAddPerson, newLink: spacesNewLink },
  documents: { list: documentsList, create: documentsCreate, open: documentsOpen },
  kits: { begin: kitsBegin },
  ledger: { feed: ledgerFeed },
  minutes: minutesCommands,
  languageRules: { current: languageRulesCurrent },
})
