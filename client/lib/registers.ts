/** The registers of a room, in the order of their list; the name stands in the address. */
export const registerNames = [
  'decisions',
  'tasks',
  'duties',
  'earlyWarnings',
  'feedback',
  'interimReport',
  'extract',
] as const
export type RegisterName = (typeof registerNames)[number]

/** How each is called in addresses: German, like all of them. */
const paths: Readonly<Record<RegisterName, string>> = {
  decisions: 'beschluesse',
  tasks: 'aufgaben',
  duties: 'pflichten',
  earlyWarnings: 'fruehwarnsignale',
  feedback: 'rueckmeldungen',
  interimReport: 'zwischenbericht',
  extract: 'auszug',
}

export const registerPath = (spaceId: string, name: RegisterName): string =>
  `/raum/${spaceId}/register/${paths[name]}`

/** The register of an address; the first where nothing is named, `null` where something is that is none. */
export function registerOf(path: string | undefined): RegisterName | null {
  if (path === undefined) return 'decisions'
  return registerNames.find(name => paths[name] === path) ?? null
}
