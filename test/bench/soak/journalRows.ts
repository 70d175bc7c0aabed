import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { HeldClocks } from './heldClocks.ts'

const rowSchema = z.object({ seq: z.int(), bytes: z.instanceof(Uint8Array) })

/** The journal's rows as they lie on the disk, read on from where the last look ended. */
export function createJournalRows(dataDir: string, documentIds: readonly string[]) {
  const documents = new Map(documentIds.map(id => [id, { seq: 0, held: new HeldClocks() }]))
  return {
    /** Reads what has been added; only while no server has the folder. */
    readOn(): void {
      // writable, because opening what a killed process has left finishes its log
      const database = new DatabaseSync(path.join(dataDir, 'journal.db'))
      const ask = database.prepare(
        'select seq, bytes from journal where document_id = ? and generation = 1 and seq > ? order by seq',
      )
      for (const [id, document] of documents) {
        for (const raw of ask.iterate(id, document.seq)) {
          const { seq, bytes } = rowSchema.parse(raw)
          if (seq !== document.seq + 1) document.held.gaps++
          document.seq = seq
          document.held.add(bytes)
        }
      }
      database.close()
    },
    held(documentId: string): HeldClocks {
      const document = documents.get(documentId)
      if (!document) throw new Error('A document that is not watched')
      return document.held
    },
    get gaps(): number {
      return [...documents.values()].reduce((sum, { held }) => sum + held.gaps, 0)
    },
  }
}
