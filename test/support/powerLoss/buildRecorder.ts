import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Compiles recorder.c into `folder`; answers the library to load into the process that is to be recorded. */
export async function buildRecorder(folder: string): Promise<string> {
  const library = join(folder, 'recorder.so')
  const source = join(import.meta.dirname, 'recorder.c')
  const options = ['-O1', '-Wall', '-Werror', '-shared', '-fPIC']
  await promisify(execFile)('gcc', [...options, '-o', library, source, '-ldl', '-lpthread'])
  return library
}
