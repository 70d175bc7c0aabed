import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './root.mjs'

/** Runs the real work, passes on what ends it, and answers with its exit code. */
export function handOver(node, args) {
  const bin = path.join(root, 'node_modules', '.bin')
  const child = spawn(node, args, {
    cwd: root,
    // the channel ends with this process: so the server leaves also when this one is killed
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
  })
  // Ctrl-C reaches the child from the terminal too; the server takes two in a row at once for one
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
