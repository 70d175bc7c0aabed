/** One thing to say to the person at the terminal. */
export type Words = { readonly german: string; readonly english: string }

/** Says it: German first, English below. */
export function say({ german, english }: Words): void {
  process.stdout.write(`${german}\n${english}\n\n`)
}

/** Says why the process ends, and ends it. */
export function stop({ german, english }: Words, exitCode = 1): never {
  process.stderr.write(`${german}\n${english}\n`)
  process.exit(exitCode)
}
