/** Messages by their keys. */
export type Catalogue = Readonly<Record<string, string>>

/** The names between `{{` and `}}` in a text, as a union. */
type Names<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Names<Rest>
  : never
/** A key with plural forms is asked for by its stem, with `count`. */
type PluralStem<C extends Catalogue> = keyof C extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never
export type TextKey<C extends Catalogue> =
  | Exclude<keyof C & string, `${PluralStem<C>}_${'one' | 'other'}`>
  | PluralStem<C>
type TextOf<C extends Catalogue, Key extends string> = Key extends keyof C
  ? C[Key]
  : `${Key}_other` extends keyof C
    ? C[`${Key}_other`]
    : never
type Values<C extends Catalogue, Key extends string> = {
  [Name in Names<TextOf<C, Key>>]: Name extends 'count' ? number : string | number
}
/** What a message has to be given: nothing, or the values named in it. */
export type Arguments<C extends Catalogue, Key extends string> = keyof Values<C, Key> extends never
  ? []
  : [values: Values<C, Key>]
