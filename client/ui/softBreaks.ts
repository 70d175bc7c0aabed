/** Where German compounds are joined with an s: good places to break a long word. */
const joints = /(ions|schafts|ungs|heits|keits|täts|itäts)(?=\p{Ll}{4})/gu

/** Long words may break where they are joined, also where the browser has no dictionary. For shown text only, never for a field. */
export const softBreaks = (text: string): string =>
  text.replace(/\p{L}{16,}/gu, word => word.replace(joints, '$1\u00ad'))
