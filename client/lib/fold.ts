/** Letters as people look for them: small, without accents; „ß“ as „ss“. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
