import type { CommandAnswer } from '#shared/api/contract.ts'
import type { DocumentId } from '#shared/ids.ts'
import type { MinutesCommand } from '#shared/kinds/minutes/commands.ts'
import type { CommandId } from '#shared/ledger/row.ts'
import { api, type RpcContext, withDocument } from './base.ts'

type Context = RpcContext & Parameters<RpcContext['services']['minutes']['run']>[1]
type Input = { readonly commandId: CommandId; readonly madeAt: number | null }

/**
 * Access to every command: whoever may write in the space. Which function it asks for – chair, minute taker, signer –
 * stands in the document and is judged with the command (`decide`), so that the answer says who may.
 */
const writer = withDocument('write')
const documentOf = (input: { documentId: DocumentId }) => input.documentId

const run = (context: Context, input: Input, command: MinutesCommand): Promise<CommandAnswer> =>
  context.services.minutes.run(command, context, input)

export const minutesCommands = {
  ascertainQuorum: api.minutes.ascertainQuorum
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'ascertainQuorum', input: input.input })),
  confirmTally: api.minutes.confirmTally
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'confirmTally', input: input.input })),
  freezeWording: api.minutes.freezeWording
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'freezeWording', input: input.input })),
  confirmTallyAndFreeze: api.minutes.confirmTallyAndFreeze
    .use(writer, documentOf)
    .handler(({ context, input }) =>
      run(context, input, { name: 'confirmTallyAndFreeze', input: input.input }),
    ),
  confirmElection: api.minutes.confirmElection
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'confirmElection', input: input.input })),
  acceptElection: api.minutes.acceptElection
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'acceptElection', input: input.input })),
  closeMeeting: api.minutes.closeMeeting
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'closeMeeting', input: input.input })),
  sign: api.minutes.sign
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'sign', input: input.input })),
  send: api.minutes.send
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'send', input: input.input })),
  raiseObjection: api.minutes.raiseObjection
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'raiseObjection', input: input.input })),
  settleObjection: api.minutes.settleObjection
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'settleObjection', input: input.input })),
  approve: api.minutes.approve
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'approve', input: input.input })),
  noteCorrection: api.minutes.noteCorrection
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'noteCorrection', input: input.input })),
  signCorrection: api.minutes.signCorrection
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'signCorrection', input: input.input })),
  supersede: api.minutes.supersede
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'supersede', input: input.input })),
  decideLate: api.minutes.decideLate
    .use(writer, documentOf)
    .handler(({ context, input }) => run(context, input, { name: 'decideLate', input: input.input })),
}
