export const de = {
  from: 'Angaben aus',
  chooseNone: 'keine Gruppe gewählt',
  asInKit: 'wie im Koffer',
  none: 'Noch keine Angaben zur Gruppe.',
  noneReader: 'In diesem Raum gibt es noch keine Angaben zur Gruppe.',
  begin: 'Gruppe anlegen',
  beginning: 'Wird angelegt …',
  unchosen: 'Wählt, aus welcher Gruppe die Angaben kommen.',
  away: 'Die Angaben zur Gruppe sind gerade nicht erreichbar. Offene Stellen füllen sich, sobald sie da sind.',
  open: 'Angaben ansehen',
} as const
