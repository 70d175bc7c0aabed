import type { Doc } from 'yjs'
import type { Membership } from '#server/access/spaces.ts'
import type { DocumentInfo } from '#shared/api/contract.ts'
import { AppError } from '#shared/errors.ts'
import type { AuthorId, DocumentId, SpaceId } from '#shared/ids.ts'
import { groupRecord } from '#shared/kinds/groupRecord/schema.ts'
import type { Kinds } from '#shared/kinds/registry.ts'
import { fillItem } from '#shared/kinds/starterKit/fillItem.ts'
import { entryOf } from '#shared/kinds/starterKit/fromMaster.ts'
import { kitTitleOf } from '#shared/kinds/starterKit/kitTitle.ts'
import type { KitMaster } from '#shared/kinds/starterKit/masters/master.ts'
import { type KitEntry, starterKit } from '#shared/kinds/starterKit/schema.ts'
import type { Room } from '#shared/wire/room.ts'
import type { Documents, NewDocument } from './documents.ts'
import { partId } from './kitParts.ts'

export type NewKit = {
  id: DocumentId
  spaceId: SpaceId
  /** the name of the group */
  title: string
  /** `null`: the kit comes with a group record of its own */
  groupRecordId: DocumentId | null
}
/** `done` of `total` documents are there. */
export type KitProgress = { groupRecordId: DocumentId; done: number; total: number }

/** So many documents are made at one asking: each is a commit of its own, and whoever waits sees how far it is. */
const documentsAtOnce = 6

/**
 * Beginning a starter kit (domain.md 5).
 *
 * - [SK1] The ids of all its documents follow from the kit's id and the item's code: asked twice, or by two at once,
 *   nothing is made twice.
 * - [SK2] The kit names all its items before the first of them is made: no list ever shows them beside it. What a kit
 *   names and was not begun with it is shown where it was: nobody hides a document by naming it.
 * - [SK3] A beginning that was cut off is gone on with by whoever may create in the space; the kit says that it is
 *   packed only when every item is there.
 * - [SK4] No item names a group: all show the facts of the group that the kit names, whichever that is later.
 */
export interface Kits {
  /** A group record that is none of the space answers `notFound`, as everywhere. */
  begin(kit: NewKit, member: Membership): Promise<KitProgress>
}

export function createKits(deps: {
  documents: Pick<Documents, 'create'>
  masters: readonly KitMaster[]
  kinds: Pick<Kinds, 'has'>
  /** which of these documents have begun: more than their seed is committed */
  begun: (ids: readonly DocumentId[]) => Promise<ReadonlySet<DocumentId>>
  find: (id: DocumentId) => Promise<DocumentInfo | null>
  edit: (room: Room, author: AuthorId, change: (doc: Doc) => void) => Promise<unknown>
  /** ISO day */
  today: () => string
}): Kits {
  const { documents, masters } = deps
  /** whether this server can make a document of the master's kind */
  const makes = (master: KitMaster) => deps.kinds.has(master.documentKind)

  return {
    async begin({ id, spaceId, title, groupRecordId }, member) {
      const ownRecord = partId(id, 'groupRecord')
      const record = groupRecordId ?? ownRecord
      if (record !== ownRecord) {
        const info = await deps.find(record)
        if (info?.kind !== groupRecord.name || info.spaceId !== spaceId) throw new AppError('notFound')
      }
      // whoever asks for a kit of another space, or for something else, hears `notFound` here
      const kitTitle = kitTitleOf(title)
      const kit = await documents.create({ id, kind: 'starterKit', spaceId, title: kitTitle }, member, {
        fill: doc =>
          fillKit(
            doc,
            masters.map(master => entryOf(master, makes(master) ? partId(id, master.code) : null)),
            masters[0],
            record,
          ),
        ofAnyAuthor: true,
      })
      const parts: Part[] = masters.filter(makes).map(master => ({
        document: { id: partId(id, master.code), kind: master.documentKind, spaceId, title: master.title },
        fill: doc => fillItem(doc, master),
      }))
      if (record === ownRecord)
        parts.unshift({ document: { id: record, kind: 'groupRecord', spaceId, title }, fill: fillRecord })

      const begun = await deps.begun(parts.map(part => part.document.id))
      const missing = parts.filter(part => !begun.has(part.document.id))
      const now = missing.slice(0, documentsAtOnce)
      for (const { document, fill } of now)
        await documents.create(document, member, { fill, ofAnyAuthor: true })
      const left = missing.length - now.length
      if (left === 0)
        await deps.edit({ documentId: id, generation: kit.generation }, member.authorId, doc => {
          const header = starterKit.open(doc).record('header')
          if (header.get('packedOn') === null) header.set('packedOn', deps.today())
        })
      return { groupRecordId: record, done: parts.length - left, total: parts.length }
    },
  }
}

type Part = { readonly document: NewDocument; readonly fill: (doc: Doc) => void }

/** What every group will be asked for first has its place already. */
function fillRecord(doc: Doc): void {
  const handle = groupRecord.open(doc)
  handle.list('slots').add('slot1', {})
  handle.list('partners').add('kontaktstelle', { partnerKind: 'selbsthilfekontaktstelle' })
}

function fillKit(
  doc: Doc,
  entries: readonly KitEntry[],
  first: KitMaster | undefined,
  record: DocumentId,
): void {
  const handle = starterKit.open(doc)
  handle.set('groupRecordId', record)
  handle.record('header').assign({ version: first?.version ?? '', asOf: first?.asOf ?? null })
  for (const { id, ...entry } of entries) handle.list('items').add(id, entry)
}
