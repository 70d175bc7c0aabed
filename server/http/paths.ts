/** Addresses of the client that the server hands out. The token stands in the fragment: no server, no log sees it. */
export const signInPath = (token: string): string => `/anmelden#${token}`
export const setupPath = (token: string): string => `/einrichten#${token}`
