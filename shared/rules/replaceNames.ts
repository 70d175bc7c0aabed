import { nameSearch } from './names.ts'

/** A function that puts other words in the place of names, wherever they stand whole, their genitive included. */
export function replaceNames(shown: ReadonlyMap<string, string>): (text: string) => string {
  const search = nameSearch([...shown.keys()])
  return text =>
    search(text)
      .toReversed()
      .reduce((left, { name, index }) => {
        const rest = left.slice(index)
        const length = lengthOf(name, rest)
        const behind = rest.slice(length).replace(/^(?:['’]?s|['’])(?![\p{L}\p{N}])/u, '')
        return `${left.slice(0, index)}${shown.get(name) ?? '…'}${behind}`
      }, text)
}

/** So many characters the name takes at the beginning of a text: the blanks in it may be more than one. */
function lengthOf(name: string, text: string): number {
  const words = name.split(/\s+/).map(word => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${words.join(String.raw`\s+`)}`, 'u').exec(text)?.[0].length ?? name.length
}
