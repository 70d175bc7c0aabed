import { api } from './base.ts'
import { documentsCreate } from './documentsCreate.ts'
import { documentsList } from './documentsList.ts'
import { documentsOpen } from './documentsOpen.ts'
import { dutiesAssign } from './dutiesAssign.ts'
import { dutiesCounters } from './dutiesCounters.ts'
import { dutiesProgrammes } from './dutiesProgrammes.ts'
import { dutiesRoles } from './dutiesRoles.ts'
import { dutiesUnassign } from './dutiesUnassign.ts'
import { kitsBegin } from './kitsBegin.ts'
import { languageRulesCurrent } from './languageRulesCurrent.ts'
import { ledgerFeed } from './ledgerFeed.ts'
import { liveAct } from './liveAct.ts'
import { liveHandOver } from './liveHandOver.ts'
import { minutesCommands } from './minutesCommands.ts'
import { registersDecisions } from './registersDecisions.ts'
import { registersEarlyWarnings } from './registersEarlyWarnings.ts'
import { registersExtract } from './registersExtract.ts'
import { registersExtractChoices } from './registersExtractChoices.ts'
import { registersFeedback } from './registersFeedback.ts'
import { registersInterimReport } from './registersInterimReport.ts'
import { registersNoteForwarded } from './registersNoteForwarded.ts'
import { registersRebuild } from './registersRebuild.ts'
import { registersRebuildState } from './registersRebuildState.ts'
import { registersTasks } from './registersTasks.ts'
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
  registers: {
    decisions: registersDecisions,
    tasks: registersTasks,
    earlyWarnings: registersEarlyWarnings,
    feedback: registersFeedback,
    interimReport: registersInterimReport,
    extractChoices: registersExtractChoices,
    extract: registersExtract,
    noteForwarded: registersNoteForwarded,
    rebuild: registersRebuild,
    rebuildState: registersRebuildState,
  },
  duties: {
    programmes: dutiesProgrammes,
    counters: dutiesCounters,
    roles: dutiesRoles,
    assign: dutiesAssign,
    unassign: dutiesUnassign,
  },
  live: { act: liveAct, handOver: liveHandOver },
  languageRules: { current: languageRulesCurrent },
})
