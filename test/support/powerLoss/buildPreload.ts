import { execFile } from 'node:child_process'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

/** Compiles a C file into `folder`; answers the library, to be loaded into a process by LD_PRELOAD. */
export async function buildPreload(source: string, folder: string): Promise<string> {
  const library = join(folder, `${basename(source, '.c')}.so`)
  const options = ['-O1', '-Wall', '-Werror', '-shared', '-fPIC']
  await promisify(execFile)('gcc', [...options, '-o', library, source, '-ldl', '-lpthread'])
  return library
}
