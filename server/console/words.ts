import type { Words } from './say.ts'

/** Everything the server says at the terminal. */
export const words = {
  running: (url: string): Words => ({
    german: `Mitschrift läuft: ${url}`,
    english: `Mitschrift is running: ${url}`,
  }),
  leaving: {
    german: 'Mitschrift hört auf und bringt alles auf die Platte …',
    english: 'Mitschrift is leaving and brings everything to the disk …',
  },
  setup: {
    german:
      'Noch ist nichts eingerichtet. Mit diesem Link geht es los; er gilt einmal und bis zum nächsten Start:',
    english: 'Nothing has been set up yet. Begin with this link; it works once and until the next start:',
  },
  localOnly: {
    german:
      'Auf diesem Rechner geht alles, auch ohne Verbindung. Für andere Geräte braucht es BASE_URL=https://… und einen Proxy mit Zertifikat davor (siehe README).',
    english:
      'On this machine everything works, also offline. Other devices need BASE_URL=https://… and a proxy with a certificate in front (see README).',
  },
  plainHttp: {
    german:
      'Achtung, http ohne Verschlüsselung: Im selben Netz kann jede Person mitlesen. Browser erlauben so kein Arbeiten ohne Verbindung, keinen dauerhaften Speicher und keine Passkeys. Wie TLS geht, steht in der README.',
    english:
      'Careful, plain http: anybody in the same network can read along. Browsers then allow no offline work, no lasting storage and no passkeys. The README says how to use TLS.',
  },
  baseUrlMissing: (host: string, url: string): Words => ({
    german: `HOST=${host} nimmt Verbindungen von außen an, anmelden lässt sich aber nur unter ${url}. Bitte BASE_URL auf die Adresse setzen, die Menschen eintippen.`,
    english: `HOST=${host} takes connections from outside, but signing in works at ${url} alone. Please set BASE_URL to the address people type.`,
  }),
  portInUse: (port: number): Words => ({
    german: `Auf Port ${port} läuft schon etwas. Bitte dort aufhören oder einen anderen wählen, zum Beispiel PORT=${nextTo(port)}.`,
    english: `Port ${port} is already in use. Please stop what runs there, or choose another, for example PORT=${nextTo(port)}.`,
  }),
  hostUnusable: (host: string, port: number): Words => ({
    german: `Auf HOST=${host} und PORT=${port} darf oder kann dieser Rechner nicht hören.`,
    english: `This machine may not or cannot listen on HOST=${host} and PORT=${port}.`,
  }),
  dataDirUnusable: (folder: string): Words => ({
    german: `In DATA_DIR=${folder} lässt sich nicht schreiben.`,
    english: `DATA_DIR=${folder} cannot be written to.`,
  }),
  dataDirTaken: (folder: string): Words => ({
    german: `In DATA_DIR=${folder} arbeitet schon ein anderer Prozess von Mitschrift. Nichts ist beschädigt, dieser Start hat nichts angerührt. Bitte den anderen beenden und warten, bis er fertig ist, oder einen anderen Ordner nehmen.`,
    english: `Another process of Mitschrift already works in DATA_DIR=${folder}. Nothing is damaged, this start has touched nothing. Please end the other one and wait until it is done, or take another folder.`,
  }),
  databaseFailed: {
    german:
      'Die Datenbank antwortet nicht mehr. Was als gespeichert galt, liegt auf der Platte; bitte neu starten.',
    english: 'The database no longer answers. What was shown as saved is on the disk; please start again.',
  },
  notInTime: {
    german: 'Nicht alles wurde in zehn Sekunden fertig; was als gespeichert galt, liegt auf der Platte.',
    english: 'Not everything was done within ten seconds; what was shown as saved is on the disk.',
  },
  noData: (folder: string): Words => ({
    german: `In DATA_DIR=${folder} liegt noch nichts von Mitschrift.`,
    english: `DATA_DIR=${folder} holds nothing of Mitschrift yet.`,
  }),
  quarantineEmpty: {
    german: 'Die Quarantäne ist leer: Nichts wurde abgewiesen, nichts ist beschädigt.',
    english: 'The quarantine is empty: nothing was refused, nothing is damaged.',
  },
  quarantine: (count: number): Words => ({
    german: `In der Quarantäne: ${count}. Nummer, Zeit (UTC), Dokument, Grund, Bytes; in Klammern, was aus Platzmangel nur noch vermerkt ist.`,
    english: `In quarantine: ${count}. Number, time (UTC), document, reason, bytes; in brackets what is only noted, for lack of room.`,
  }),
  ledgerFine: (rows: number, signatures: number, erased: number): Words => ({
    german: `Das Beschlussbuch stimmt: ${rows} Zeilen, davon ${erased} gelöschte, und ${signatures} Unterschriften geprüft. Die letzten Prüfsummen je Raum stehen darunter; wer sie anderswo aufhebt, kann später zeigen, dass nichts abgeschnitten wurde.`,
    english: `The ledger is whole: ${rows} rows, ${erased} of them erased, and ${signatures} signatures checked. The last digest of each space stands below; kept elsewhere, it shows later that nothing was cut off.`,
  }),
  ledgerFaults: (count: number): Words => ({
    german: `Das Beschlussbuch stimmt nicht: ${count} Stellen sind nicht, was geschrieben wurde. Raum, Nummer, was nicht stimmt. An den Dokumenten wurde nichts geändert; bitte den Ordner sichern und mit einer Sicherung vergleichen.`,
    english: `The ledger is not whole: ${count} places are not what was written. Space, number, what is wrong. Nothing was changed; please keep the folder and compare it with a backup.`,
  }),
  rebuilt: (total: number): Words => ({
    german: `Register und Zähler sind neu gemacht, aus ${total} Dokumenten.`,
    english: `Registers and counters are made anew, from ${total} documents.`,
  }),
  rebuildEnded: (done: number, total: number): Words => ({
    german: `Abgebrochen nach ${done} von ${total} Dokumenten. Es gilt weiter, was vorher da war.`,
    english: `Ended after ${done} of ${total} documents. What was there before still stands.`,
  }),
  demo: {
    german:
      'Ein erfundener Verband in einem Wegwerfordner: Mit dem Ende der Demo ist alles fort. Protokolle und Pressetexte liegen beim Regionalteam (Marlies Achterberg), die Angaben zur Gruppe, ihr Starterpaket und ihre Konzepte bei Lichtblick Hohenlichtern (Bernd, Karin M.), die Pressevorlage beim Bundesverband (Theodora Lindqvist-Baum). Mit diesen Links bist du die genannte Person; sie gelten, solange die Demo läuft:',
    english:
      'An invented federation in a throw-away folder: when the demo ends, everything is gone. Minutes and press texts lie with the regional team (Marlies Achterberg), the facts of a group, its starter kit and its concepts with Lichtblick Hohenlichtern (Bernd, Karin M.), the press template with the federation (Theodora Lindqvist-Baum). With these links you are the person named; they work as long as the demo runs:',
  },
} as const satisfies Record<string, Words | ((...values: never[]) => Words)>

const nextTo = (port: number): number => (port < 65_535 ? port + 1 : port - 1)
