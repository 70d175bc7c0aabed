/** `npm run dev`: the server restarts with each change of its files, the client reloads with Vite. */
import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const serverPort = process.env.PORT ?? '3000'
/** where the developer's browser goes; Vite passes API and websocket on to the server */
const clientPort = process.env.CLIENT_PORT ?? '5173'
const env = { ...process.env, PORT: serverPort, BASE_URL: `http://localhost:${clientPort}` }

const start = (args: readonly string[]) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env })
const children = [
  start(['--watch', '--watch-preserve-output', 'server/main.ts']),
  start([path.join('node_modules', 'vite', 'bin', 'vite.js'), '--port', clientPort, '--strictPort']),
]

let ending = false
function end(code: number): void {
  if (ending) return
  ending = true
  process.exitCode = code
  for (const child of children) child.kill('SIGTERM')
}
for (const child of children) child.once('exit', code => end(code ?? 0))
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(signal, () => end(0))
