import { readFileSync } from 'node:fs'

/** The content of a JSON file; `fault` makes the error of one that cannot be read or is no JSON. */
export function readJsonFile(file: string, fault: (german: string, english: string) => Error): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw fault(`${file} ist kein JSON`, `${file} is no JSON`)
    if (error instanceof Error) throw fault(`${file} lässt sich nicht lesen`, `${file} cannot be read`)
    throw error
  }
}
