/**
 * Letters that nobody sees and that break finding, printing or storing: control characters, halves of pairs
 * (THREATS b15), marks that turn the reading direction, soft hyphens, byte order marks. Tabs and breaks stay.
 */
const unseen = /(?![\t\n\r\f])[\p{Cc}\u00ad\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu

export const cleanLetters = (text: string): string => text.toWellFormed().replace(unseen, '')
