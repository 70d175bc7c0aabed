import type { MinutesCommand } from '#shared/kinds/minutes/commands.ts'
import {
  approve,
  decideLate,
  noteCorrection,
  raiseObjection,
  send,
  settleObjection,
  sign,
  signCorrection,
  supersede,
} from './afterwards.ts'
import { closeMeeting } from './closing.ts'
import { acceptElection, confirmElection } from './elections.ts'
import type { Decided, DecideInput } from './input.ts'
import { ascertainQuorum, confirmTally, confirmTallyAndFreeze, freezeWording } from './votes.ts'

/**
 * What a command writes into the ledger, or why it is refused. Pure: the server asks it when it decides, and a device
 * without a network may ask it what the server would say of what it knows.
 */
export function decideMinutes(command: MinutesCommand, given: DecideInput): Decided {
  switch (command.name) {
    case 'ascertainQuorum':
      return ascertainQuorum(command.input, given)
    case 'confirmTally':
      return confirmTally(command.input, given)
    case 'freezeWording':
      return freezeWording(command.input, given)
    case 'confirmTallyAndFreeze':
      return confirmTallyAndFreeze(command.input, given)
    case 'confirmElection':
      return confirmElection(command.input, given)
    case 'acceptElection':
      return acceptElection(command.input, given)
    case 'closeMeeting':
      return closeMeeting(command.input, given)
    case 'sign':
      return sign(command.input, given)
    case 'send':
      return send(command.input, given)
    case 'raiseObjection':
      return raiseObjection(command.input, given)
    case 'settleObjection':
      return settleObjection(command.input, given)
    case 'approve':
      return approve(command.input, given)
    case 'noteCorrection':
      return noteCorrection(command.input, given)
    case 'signCorrection':
      return signCorrection(command.input, given)
    case 'supersede':
      return supersede(command.input, given)
    case 'decideLate':
      return decideLate(command.input, given)
  }
}
