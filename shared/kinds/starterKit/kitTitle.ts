const before = 'Starterpaket '
/** What a kit is called beside the group itself; its texts are German, so is its name. */
export const kitTitleOf = (group: string): string => `${before}${group}`
/** The name of the group for which a kit was begun. */
export const groupOf = (kitTitle: string): string =>
  kitTitle.startsWith(before) ? kitTitle.slice(before.length) : kitTitle
