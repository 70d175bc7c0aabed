import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import path from 'node:path'
import { build } from 'vite'
import { z } from 'zod'

/** One file as the build made it. */
const fileSchema = z.union([
  z.object({ type: z.literal('chunk'), fileName: z.string(), code: z.string() }),
  z.object({
    type: z.literal('asset'),
    fileName: z.string(),
    source: z.union([z.string(), z.instanceof(Uint8Array)]),
  }),
])
const builtSchema = z.object({ output: z.array(fileSchema) })

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** An empty Tiptap editor on a page of its own, built as the client is and served on this machine. */
export async function serveEmptyPage(): Promise<{ url: string; close: () => void }> {
  const built = await build({
    configFile: false,
    root: path.join(import.meta.dirname, 'empty'),
    logLevel: 'error',
    build: { write: false, target: 'es2023' },
  })
  const { output } = builtSchema.parse(built)
  const files = new Map<string, string | Uint8Array>(
    output.map(file => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source] as const),
  )
  const server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : (request.url ?? '')
    const body = files.get(name)
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': types[path.extname(name)] ?? 'text/plain',
    })
    response.end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // a TCP server that listens has an address of this form
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
