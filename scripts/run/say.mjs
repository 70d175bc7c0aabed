/** Says one thing to the person at the terminal: German first, English below. */
export function say(german, english) {
  process.stderr.write(`${german}\n${english}\n\n`)
}
