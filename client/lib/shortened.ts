/** Words as they begin, at most `most` characters of them; an ellipsis where something was cut. */
export const shortened = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most).trimEnd()} …` : words
