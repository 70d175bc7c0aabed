/**
 * Prints the committed seed of every kind as its code builds it now. A new schema version gets a new module;
 * the bytes of a released one never change (DM3).
 */
import { toBase64 } from '#shared/document/base64.ts'
import { buildSeed } from '#shared/document/seed.ts'
import { loadKinds } from '#shared/kinds/registry.ts'

for (const kind of (await loadKinds()).values()) {
  process.stdout.write(`${kind.name} ${kind.schemaVersion}\n${toBase64(buildSeed(kind))}\n`)
}
