declare const __BUILD__: string

/** Which release of the client this is, stamped in by the build: version and a hash of the sources. */
export const build: string = typeof __BUILD__ === 'undefined' ? 'dev' : __BUILD__
