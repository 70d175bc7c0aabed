import * as Y from 'yjs'
import type { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { fromBase64 } from './base64.ts'
import { boundedCard, type CardContent } from './card.ts'
import { hasListContent } from './container.ts'
import { recordField } from './fields.ts'
import { type RecordHandle, rootHandle } from './handle.ts'
import { IssueList, type Projection } from './issue.ts'
import { projectField } from './project.ts'
import { metaName, rootName } from './seed.ts'

export type { Issue, Projection } from './issue.ts'
export { rootName } from './seed.ts'

/** One sort of document: its schema, its first bytes, its handle and its projection. */
export interface Kind<D extends z.ZodObject> {
  readonly name: string
  readonly schemaVersion: number
  readonly draft: D
  /** The committed bytes that bring a document of this kind into being, identical for everybody (DM3). */
  readonly seed: Uint8Array
  /** the seed of the schema version before, with which this one begins (DM23); `null` for the first */
  readonly formerSeed: Uint8Array | null
  /** Throws `badInput` if this very `Y.Doc` was told before that its root is no map; peers cannot bring that about. */
  open(doc: Y.Doc, origin?: unknown): RecordHandle<D>
  /** Reads the whole document. Never throws, whatever peers wrote (DM16). */
  project(doc: Y.Doc): Projection<z.output<D>>
  /** Writes what a new document starts with. `today` is an ISO day. */
  begin(doc: Y.Doc, start: Start, origin?: unknown): void
  card(doc: Y.Doc): CardContent
}

/** A kind of which only the name is known where it is used. */
export interface AnyKind extends Omit<Kind<z.ZodObject>, 'open' | 'project'> {
  open(doc: Y.Doc, origin?: unknown): AnyHandle
  project(doc: Y.Doc): Projection<unknown>
}
/** The handle of a document whose kind is known elsewhere. */
export type AnyHandle = Pick<RecordHandle<z.ZodObject>, 'y' | 'path' | 'transact'>

/** What is known when a document is begun. */
export type Start = { readonly title: string; readonly today: string }

export function defineKind<D extends z.ZodObject>(definition: {
  name: string
  schemaVersion: number
  draft: D
  /** base64 of the committed bytes */
  seed: string
  /** base64 of those of the schema version before */
  formerSeed?: string
  begin(handle: RecordHandle<D>, start: Start): void
  card(value: z.output<D>): CardContent
}): Kind<D> {
  const { name, schemaVersion, draft } = definition
  const field = recordField(draft)
  const kind: Kind<D> = {
    name,
    schemaVersion,
    draft,
    seed: fromBase64(definition.seed),
    formerSeed: definition.formerSeed === undefined ? null : fromBase64(definition.formerSeed),
    open(doc, origin = null) {
      const root = rootMap(doc, rootName)
      if (!root) throw new AppError('badInput', { fields: { path: rootName, why: 'wrongType' } })
      return rootHandle(draft, root, { doc, origin })
    },
    begin: (doc, start, origin = null) =>
      doc.transact(() => definition.begin(kind.open(doc, origin), start), origin),
    card: doc => boundedCard(definition.card(kind.project(doc).value)),
    project(doc) {
      const issues = new IssueList()
      checkMeta(rootMap(doc, metaName), name, schemaVersion, issues)
      for (const root of [...doc.share.keys()].sort()) {
        if (root !== rootName && root !== metaName) issues.add([root], 'unknownRoot', 'info')
      }
      const root = rootMap(doc, rootName)
      // The items of a list in the root: a peer holds it for another type (THREATS b12).
      if (root && hasListContent(root)) issues.add([], 'wrongType', 'info')
      const value = projectField(field, root ?? doc.share.get(rootName), [], issues)
      // The projection of the compiled record has the record's output type by construction (see `recordField`).
      return { value: value as z.output<D>, issues: issues.all }
    },
  }
  return kind
}

/** A root as a map, or `null` if this doc holds it for another type. Never throws, unlike `doc.getMap`. */
function rootMap(doc: Y.Doc, name: string): Y.Map<unknown> | null {
  const present = doc.share.get(name)
  // A root that only peers have written to has no type yet and takes the one asked for.
  if (present && present.constructor !== Y.AbstractType && present.constructor !== Y.Map) return null
  return doc.getMap(name)
}

function checkMeta(meta: Y.Map<unknown> | null, name: string, version: number, issues: IssueList): void {
  const kind = meta?.get('kind')
  const written = meta?.get('schemaVersion')
  if (kind === undefined) issues.add([metaName, 'kind'], 'missing')
  else if (kind !== name) issues.add([metaName, 'kind'], 'otherKind')
  if (typeof written !== 'number')
    issues.add([metaName, 'schemaVersion'], written === undefined ? 'missing' : 'wrongType')
  else if (written > version) issues.add([metaName, 'schemaVersion'], 'newerSchema', 'info')
}
