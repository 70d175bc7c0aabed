import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Context, Hono } from 'hono'
import { AppError } from '#shared/errors.ts'

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

/** In order of preference. Over plain HTTP some browsers take gzip only. */
const encodings = {
  // 9 of 11: the last two steps cost seconds on the first request for a few per cent
  br: (bytes: Buffer) => brotliAsync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes: Buffer) => gzipAsync(bytes, { level: 9 }),
} as const
type Encoding = keyof typeof encodings

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const compressible = /^(?:text\/|application\/|image\/svg)/

type ClientFile = {
  readonly bytes: Buffer<ArrayBuffer>
  readonly type: string
  readonly etag: string
  readonly cacheControl: string
  readonly compressed: Map<Encoding, Promise<Buffer<ArrayBuffer>>>
}

/** Vite puts a hash of the content into these names: what they hold never changes. */
const isHashed = (name: string): boolean => /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(name)

/** Rooms and sheets are named by ids, in which a dot is no file's ending. */
const isRoom = (name: string): boolean => /^\/(?:blatt|raum)\/[^/]+$/.test(name)

/**
 * The built client, held in memory: a path that is not one of its files is nothing, so no path leads
 * anywhere else on the disk. Every other page address is the client's own and answers index.html.
 */
export async function createStatic(folder: string): Promise<Hono> {
  const files = await readFiles(folder)
  const app = new Hono()
  app.on(['GET', 'HEAD'], '*', c => {
    const name = c.req.path === '/' ? '/index.html' : decodeURIComponent(c.req.path)
    const isPage = path.posix.extname(name) === '' || name === '/index.html' || isRoom(name)
    const file = files.get(name) ?? (isPage ? files.get('/index.html') : undefined)
    if (file) return answer(c, file)
    if (isPage) return c.html(notBuilt, 503)
    throw new AppError('notFound')
  })
  return app
}

async function answer(c: Context, file: ClientFile): Promise<Response> {
  const headers = {
    'content-type': file.type,
    'cache-control': file.cacheControl,
    etag: file.etag,
    vary: 'accept-encoding',
  }
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers)
  const encoding = compressible.test(file.type) ? encodingOf(c.req.header('accept-encoding') ?? '') : null
  if (encoding === null) return c.body(file.bytes, 200, headers)
  const compressed = file.compressed.get(encoding) ?? encodings[encoding](file.bytes)
  file.compressed.set(encoding, compressed)
  return c.body(await compressed, 200, { ...headers, 'content-encoding': encoding })
}

function encodingOf(accepted: string): Encoding | null {
  const names = accepted.split(',').map(part => part.split(';')[0]?.trim())
  if (names.includes('br')) return 'br'
  return names.includes('gzip') ? 'gzip' : null
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, ClientFile>> {
  const files = new Map<string, ClientFile>()
  for (const entry of await listFiles(folder)) {
    const name = `/${path.relative(folder, entry).split(path.sep).join('/')}`
    const bytes = await readFile(entry)
    files.set(name, {
      bytes,
      type: types[path.extname(name)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
      cacheControl: isHashed(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      compressed: new Map(),
    })
  }
  return files
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

const notBuilt = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Mitschrift</title>
<p>Der Client ist noch nicht gebaut. Bitte den Server mit „npm start“ starten.</p>
<p lang="en">The client has not been built yet. Please start the server with “npm start”.</p></html>`
